package dev.ringline.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How many requests an API token has. Who goes over it is shut out for a while, whatever it then asks for. Off without a
 * limit. Safe for use by several threads.
 */
public final class Quota {

    /**
     * @param requests per window
     * @param window counts from its first request
     * @param block how long everything is refused once the limit is exceeded; zero is until the window ends
     */
    public record Limit(int requests, Duration window, Duration block) {}

    /** What became of a request, and what the headers of its answer say. */
    public record Verdict(boolean allowed, Limit limit, int remaining, Duration reset) {}

    /** What was counted since the start. */
    public record Tally(@Nullable Limit limit, long allowed, long refused) {}

    private final InstantSource clock;
    private final @Nullable Limit configured;
    private @Nullable Limit limit;
    private Instant windowEnd = Instant.EPOCH;
    private Instant blockedUntil = Instant.EPOCH;
    private int used;
    private long allowed;
    private long refused;

    public Quota(InstantSource clock, @Nullable Limit configured) {
        this.clock = clock;
        this.configured = configured;
        this.limit = configured;
    }

    /** Counts a request; null without a limit. */
    public synchronized @Nullable Verdict take() {
        Limit current = limit;
        return current == null ? null : take(current, clock.instant());
    }

    private Verdict take(Limit current, Instant now) {
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(current.window());
            used = 0;
        }
        boolean free = !now.isBefore(blockedUntil);
        if (free && used < current.requests()) {
            used++;
            allowed++;
            return new Verdict(true, current, current.requests() - used, Duration.between(now, windowEnd));
        }
        if (free) {
            blockedUntil = current.block().isZero() ? windowEnd : now.plus(current.block());
        }
        refused++;
        return new Verdict(false, current, 0, Duration.between(now, blockedUntil));
    }

    /** Sets another limit, or none; counting starts anew. */
    public synchronized void limitTo(@Nullable Limit newLimit) {
        limit = newLimit;
        windowEnd = Instant.EPOCH;
        blockedUntil = Instant.EPOCH;
        allowed = 0;
        refused = 0;
    }

    /** Back to what was configured. */
    public void reset() {
        limitTo(configured);
    }

    public synchronized Tally tally() {
        return new Tally(limit, allowed, refused);
    }
}
