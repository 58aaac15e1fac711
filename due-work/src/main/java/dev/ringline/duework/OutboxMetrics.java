package dev.ringline.duework;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** Counts what leaves the outbox, and how long it waited there. */
final class OutboxMetrics {

    private final Timer lag;
    private final Counter fast;
    private final Counter swept;

    OutboxMetrics(MeterRegistry metrics) {
        lag = Timer.builder("ringline.outbox.lag")
                .description("From the decision to the broker's acknowledgement of its event")
                .serviceLevelObjectives(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(5))
                .register(metrics);
        fast = metrics.counter("ringline.outbox.published", "path", "fast");
        swept = metrics.counter("ringline.outbox.published", "path", "sweep");
    }

    void published(Instant decided, Instant acknowledged, Path path) {
        lag.record(Duration.between(decided, acknowledged));
        switch (path) {
            case FAST -> fast.increment();
            case SWEEP -> swept.increment();
        }
    }

    /** Who published. */
    enum Path {
        FAST,
        SWEEP
    }
}
