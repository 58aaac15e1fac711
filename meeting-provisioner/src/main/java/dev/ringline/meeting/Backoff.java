package dev.ringline.meeting;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to stay away from the provider after a failure: doubling from {@code first} to {@code most}, the upper half
 * of it random so that jobs which failed together do not return together; never less than the provider asked for.
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {

    private static final int MAX_DOUBLINGS = 16;

    public Backoff {
        if (first.toMillis() < 2 || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("back-off from " + first + " to " + most + " (expected: from 2 ms up)");
        }
    }

    /** The wait after {@code failures} failures in a row, from 1. */
    Duration after(int failures, @Nullable Duration retryAfter) {
        long full = Math.min(most.toMillis(), first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration half = Duration.ofMillis(full / 2);
        Duration jitter = Duration.ofMillis(random.nextLong(full / 2 + 1));
        return longer(half, retryAfter).plus(jitter);
    }

    private static Duration longer(Duration own, @Nullable Duration asked) {
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }
}
