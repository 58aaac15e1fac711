package dev.ringline.meeting;

import dev.ringline.meeting.Provisioning.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed attempt is repeated, and until when.
 *
 * @param asking while somebody waits for the meeting
 * @param closing when the meeting only has to be closed
 */
public record Patience(Deadlines deadlines, Backoff asking, Backoff closing) {

    Instant retryAt(Instant now, Schedule failed, ProviderFailure failure) {
        return now.plus(asking.after(failed.failures() + 1, failure.retryAfter()));
    }

    Instant closeAgainAt(Instant now, Schedule failed, ProviderFailure failure) {
        return now.plus(closing.after(failed.failures() + 1, failure.retryAfter()));
    }

    /**
     * When it is too late for a meeting.
     *
     * @param afterDial how long is tried while the call rings, at most
     * @param beforeRingEnds how long before the end of the ring the failure must be known to be its reason
     * @param afterAnswer how long is tried for an answered call: less than call-service waits
     */
    public record Deadlines(Duration afterDial, Duration beforeRingEnds, Duration afterAnswer) {

        Instant whileRinging(RingingCall call) {
            Instant byDial = call.createdAt().plus(afterDial);
            Instant byRing = call.ringDeadline().minus(beforeRingEnds);
            return byDial.isBefore(byRing) ? byDial : byRing;
        }

        Instant onceAnswered(Instant at) {
            return at.plus(afterAnswer);
        }
    }

    /**
     * How long to stay away from the provider after a failure: doubling from {@code first} to {@code most}, the upper half
     * of it random so that jobs which failed together do not return together; never less than the provider asked for.
     */
    public record Backoff(Duration first, Duration most, RandomGenerator random) {

        private static final int MAX_DOUBLINGS = 16;

        public Backoff {
            if (first.toMillis() < 2 || most.compareTo(first) < 0) {
                throw new IllegalArgumentException(
                        "back-off from " + first + " to " + most + " (expected: from 2 ms up)");
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
}
