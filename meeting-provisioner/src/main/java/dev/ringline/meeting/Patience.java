package dev.ringline.meeting;

import java.time.Duration;
import java.time.Instant;

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
}
