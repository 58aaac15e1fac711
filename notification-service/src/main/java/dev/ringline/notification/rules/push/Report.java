package dev.ringline.notification.rules.push;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to tell a device something.
 *
 * @param sequence counts the reports of one kind on one device of the call, from 1
 * @param deviceId absent when there was none to tell
 * @param channel how it was sent
 * @param kind {@code ring}, {@code call}, {@code stop} or {@code missed}
 * @param attempt from 1
 * @param detail the push service's own word; never a token
 */
public record Report(
        String callId,
        long sequence,
        String userId,
        @Nullable String deviceId,
        String channel,
        String kind,
        long attempt,
        Outcome outcome,
        @Nullable String detail,
        Instant at) {

    public Report {
        requireNonNull(callId, "callId");
        requireNonNull(userId, "userId");
        requireNonNull(channel, "channel");
        requireNonNull(kind, "kind");
        requireNonNull(outcome, "outcome");
        requireNonNull(at, "at");
    }

    /** How it went. */
    public enum Outcome {
        ACCEPTED,
        FAILED,
        NO_DEVICE,
        /** The user does not wish it. */
        WITHHELD
    }
}
