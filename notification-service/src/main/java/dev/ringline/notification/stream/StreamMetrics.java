package dev.ringline.notification.stream;

import dev.ringline.notification.Frame;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** What operators see of the stream. */
public final class StreamMetrics {

    private final MeterRegistry metrics;
    private final Timer timeToRing;
    private final Counter refused;
    private final Counter dropped;

    public StreamMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        timeToRing = Timer.builder("ringline.call.time_to_ring")
                .description("From the dial to the frame handed to a connection of the callee")
                .tag("channel", "live")
                .serviceLevelObjectives(Duration.ofMillis(40), Duration.ofMillis(120), Duration.ofMillis(250))
                .publishPercentileHistogram()
                .register(metrics);
        refused = metrics.counter("ringline.stream.refused");
        dropped = metrics.counter("ringline.stream.dropped");
    }

    void watch(Number connections) {
        Gauge.builder("ringline.stream.connections", connections, Number::doubleValue)
                .register(metrics);
    }

    void handedOver(Frame frame, Instant now) {
        if (frame instanceof Frame.OfCall call && call.event().equals(Frame.INCOMING)) {
            Duration taken = Duration.between(call.call().at(), now);
            timeToRing.record(taken.isNegative() ? Duration.ZERO : taken);
        }
    }

    void refused() {
        refused.increment();
    }

    void dropped() {
        dropped.increment();
    }
}
