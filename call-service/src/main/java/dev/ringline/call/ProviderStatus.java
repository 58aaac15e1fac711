package dev.ringline.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Whether the media provider takes requests, as far as the provisioner has told. Nothing told means that it does. */
public final class ProviderStatus {

    private final ConcurrentMap<String, Told> latest = new ConcurrentHashMap<>();

    private record Told(long sequence, @Nullable Instant closedUntil) {}

    /**
     * Takes what the provisioner tells; an older word never replaces a newer one.
     *
     * @param closedUntil absent: the provider is open
     */
    public void told(String provider, long sequence, @Nullable Instant closedUntil) {
        latest.merge(
                provider,
                new Told(sequence, closedUntil),
                (known, told) -> told.sequence() >= known.sequence() ? told : known);
    }

    /** How much longer every provider is closed; empty while one is open. */
    Optional<Duration> closedFor(Instant now) {
        return latest.values().stream()
                .map(told -> told.closedUntil() == null ? Duration.ZERO : Duration.between(now, told.closedUntil()))
                .min(Duration::compareTo)
                .filter(Duration::isPositive);
    }
}
