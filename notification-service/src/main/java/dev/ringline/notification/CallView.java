package dev.ringline.notification;

import dev.ringline.notification.rules.user.Alert;
import dev.ringline.notification.rules.user.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as one user's device sees it: the data of a frame, field by field. What does not apply is absent.
 *
 * @param ringDeadline while it rings
 * @param ringRemainingMs milliseconds from the making of the frame to the deadline, for devices whose clock is wrong
 * @param waiting while it rings: the callee is in another call
 * @param reason why it ended, or why this device is to stop
 * @param deviceId the device of the receiving user that holds the call or ended it
 * @param alert how this user wants to be alerted of a call that rings here
 * @param display how the caller of a call that rings here is called
 * @param heldByThisDevice in a snapshot: whether the receiving device holds the call
 * @param at when the event happened that made the call look so
 */
public record CallView(
        String callId,
        long version,
        String status,
        String phase,
        String media,
        String callerId,
        String calleeId,
        String conversationId,
        @Nullable Instant ringDeadline,
        @Nullable Long ringRemainingMs,
        @Nullable Boolean waiting,
        @Nullable String reason,
        @Nullable String deviceId,
        @Nullable String alert,
        @Nullable Profile display,
        @Nullable Boolean heldByThisDevice,
        Instant at) {

    /** The same, with how to alert of it and how the caller is called. */
    public CallView alerting(Alert how, Profile caller) {
        return new CallView(
                callId,
                version,
                status,
                phase,
                media,
                callerId,
                calleeId,
                conversationId,
                ringDeadline,
                ringRemainingMs,
                waiting,
                reason,
                deviceId,
                how.word(),
                caller.equals(Profile.UNKNOWN) ? null : caller,
                heldByThisDevice,
                at);
    }
}
