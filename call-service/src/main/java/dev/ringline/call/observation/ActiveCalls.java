package dev.ringline.call.observation;

import dev.ringline.call.Call.Status;
import dev.ringline.call.Calls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many calls ring and how many go on, counted in the store at most once in a few seconds, whoever asks. */
final class ActiveCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveCalls.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Calls calls;
    private final InstantSource clock;
    private Map<Status, Long> counted = Map.of();
    private Instant countedAt = Instant.EPOCH;

    ActiveCalls(Calls calls, InstantSource clock, MeterRegistry metrics) {
        this.calls = calls;
        this.clock = clock;
        register(metrics, Status.RINGING);
        register(metrics, Status.ONGOING);
    }

    private void register(MeterRegistry metrics, Status status) {
        Gauge.builder("ringline.calls.active", () -> count(status))
                .description("Live calls of the whole deployment")
                .tag("phase", status.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private synchronized double count(Status status) {
        Instant now = clock.instant();
        if (Duration.between(countedAt, now).compareTo(FRESH) > 0) {
            try {
                counted = calls.countLive();
                countedAt = now;
            } catch (RuntimeException e) {
                LOG.warn("Live calls could not be counted", e);
                return Double.NaN;
            }
        }
        return counted.getOrDefault(status, 0L);
    }
}
