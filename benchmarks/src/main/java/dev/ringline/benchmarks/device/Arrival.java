package dev.ringline.benchmarks.device;

import java.time.Duration;
import java.time.Instant;

/**
 * Something reached a device.
 *
 * @param nanos when, on the scale of {@link System#nanoTime}
 * @param at when, on the clock that the services look at, too
 * @param happened what it tells of happened then, as call-service has it: before it was stored
 */
public record Arrival(long nanos, Instant at, Instant happened) {

    /** Nanoseconds from what happened until it was known here. */
    public long sinceItHappened() {
        return Duration.between(happened, at).toNanos();
    }

    /** The earlier of two. */
    public Arrival first(Arrival other) {
        return last(other) == this ? other : this;
    }

    /** The later of two. */
    public Arrival last(Arrival other) {
        return nanos - other.nanos >= 0 ? this : other;
    }
}
