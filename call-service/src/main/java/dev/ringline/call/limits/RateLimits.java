package dev.ringline.call.limits;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ringline.call.limits.LimitProperties.Rate;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Token buckets in memory: one per limit and whoever it counts for, forgotten when it would be full again anyway. */
final class RateLimits {

    /** More than these are never kept, whoever asks: the ones that were not used for longest go first. */
    private static final int MOST_BUCKETS = 200_000;

    private final Map<Limit, Rate> rates = new EnumMap<>(Limit.class);
    private final Cache<Key, Bucket> buckets;
    private final MeterRegistry metrics;

    RateLimits(LimitProperties properties, MeterRegistry metrics) {
        int factor = properties.factor();
        rates.put(Limit.USER, properties.user().times(factor));
        rates.put(Limit.DIAL, properties.dial().times(factor));
        rates.put(Limit.INCOMING, properties.incoming().times(factor));
        rates.put(Limit.STATUS, properties.status().times(factor));
        rates.put(Limit.COMMAND, properties.command().times(factor));
        this.metrics = metrics;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(longestRefill())
                .build();
    }

    /** What is limited. */
    enum Limit {
        USER,
        DIAL,
        INCOMING,
        STATUS,
        COMMAND
    }

    private record Key(Limit limit, String who) {}

    /**
     * Takes one token.
     *
     * @throws ProblemException 429 {@code rate-limited} with {@code Retry-After} if there is none
     */
    void take(Limit limit, String who) {
        ConsumptionProbe probe = buckets.get(new Key(limit, who), this::full).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            metrics.counter("ringline.requests.limited", "limit", limit.name().toLowerCase(Locale.ROOT))
                    .increment();
            throw new ProblemException(limited(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket full(Key key) {
        Rate rate = requireNonNull(rates.get(key.limit()), "every limit has a rate");
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(1, rate.per()))
                .build();
    }

    private Duration longestRefill() {
        return rates.values().stream()
                .map(rate -> rate.per().multipliedBy(rate.burst()))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Problem limited(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(429, "rate-limited", "Too many requests. Wait %d s, then go on slower.".formatted(seconds))
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
