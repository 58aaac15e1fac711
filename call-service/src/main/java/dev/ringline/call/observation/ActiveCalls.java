package dev.ringline.call.observation;

import dev.ringline.call.Calls;
import dev.ringline.call.rules.Call.Phase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many calls are in each phase, counted in the store at most once in a few seconds, whoever asks. */
final class ActiveCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveCalls.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Calls calls;
    private final InstantSource clock;
    private @Nullable Map<Phase, Long> counted;
    private Instant countedAt = Instant.EPOCH;

    ActiveCalls(Calls calls, InstantSource clock, MeterRegistry metrics) {
        this.calls = calls;
        this.clock = clock;
        Stream.of(Phase.values()).filter(phase -> phase != Phase.ENDED).forEach(phase -> register(metrics, phase));
    }

    private void register(MeterRegistry metrics, Phase phase) {
        Gauge.builder("ringline.calls.active", () -> count(phase))
                .description("Live calls of the whole deployment")
                .tag("phase", phase.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    /** Not a number while they cannot be counted. */
    private synchronized Number count(Phase phase) {
        Instant now = clock.instant();
        if (Duration.between(countedAt, now).compareTo(FRESH) > 0) {
            counted = count();
            countedAt = now;
        }
        return counted == null ? Double.NaN : counted.getOrDefault(phase, 0L);
    }

    private @Nullable Map<Phase, Long> count() {
        try {
            return calls.countLive();
        } catch (RuntimeException e) {
            LOG.warn("Live calls could not be counted", e);
            return null;
        }
    }
}
