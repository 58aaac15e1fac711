package dev.ringline.notification.kafka;

import dev.ringline.contracts.DeliveryEvent.DeliveryReported;
import dev.ringline.contracts.DeliveryEvent.Kind;
import dev.ringline.contracts.DeliveryEvent.Outcome;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import dev.ringline.notification.rules.push.Report;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the world is told of an attempt to reach a device. */
@Component
final class DeliveryReports implements Function<Report, EncodedEvent> {

    private static final int LONGEST_DETAIL = 256;

    private final EventEncoder encoder;

    DeliveryReports(EventEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public EncodedEvent apply(Report report) {
        String detail = report.detail();
        DeliveryReported event = new DeliveryReported(
                report.callId(),
                report.sequence(),
                report.userId(),
                report.deviceId(),
                report.channel(),
                Kind.valueOf(report.kind().toUpperCase(Locale.ROOT)),
                report.attempt(),
                Outcome.valueOf(report.outcome().name()),
                detail == null || detail.isBlank()
                        ? null
                        : detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())),
                report.at());
        return encoder.encode(event, report.at());
    }
}
