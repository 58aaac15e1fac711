package dev.ringline.call.observation;

import dev.ringline.call.Call;
import dev.ringline.call.CallFact;
import dev.ringline.call.Decision.Accepted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts, times and logs every transition, once, after it was stored. */
final class CallMetrics implements Consumer<Accepted> {

    private static final Logger LOG = LoggerFactory.getLogger(CallMetrics.class);

    private static final String CALL_ID = "callId";

    private final MeterRegistry metrics;
    private final Timer timeToAnswer;

    CallMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.timeToAnswer = Timer.builder("ringline.call.time_to_answer")
                .description("From the dial to the answer")
                .serviceLevelObjectives(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30))
                .register(metrics);
    }

    @Override
    public void accept(Accepted decision) {
        decision.facts().forEach(fact -> observe(decision.next(), fact));
    }

    private void observe(Call call, CallFact fact) {
        about(call).addKeyValue("outcome", lower(call.status())).log("call {}", name(fact));
        switch (fact) {
            case CallFact.Answered _ ->
                call.answer().ifPresent(answer -> timeToAnswer.record(Duration.between(call.createdAt(), answer.at())));
            case CallFact.Ended _ -> ended(call);
            case CallFact.Initiated _, CallFact.Alerting _, CallFact.Ready _ -> {
                // the log line is enough
            }
        }
    }

    /** The structured format loses a line that has a key twice, and listeners have the call's id in the context. */
    private static LoggingEventBuilder about(Call call) {
        return MDC.get(CALL_ID) == null ? LOG.atInfo().addKeyValue(CALL_ID, call.id()) : LOG.atInfo();
    }

    private void ended(Call call) {
        String reason = lower(call.ending().orElseThrow().reason());
        metrics.counter(
                        "ringline.calls.ended",
                        "status",
                        lower(call.status()),
                        "reason",
                        reason,
                        "media",
                        lower(call.media()))
                .increment();
    }

    private static String name(CallFact fact) {
        return fact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
