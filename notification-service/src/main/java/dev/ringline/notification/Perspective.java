package dev.ringline.notification;

import dev.ringline.notification.LiveCall.End;
import dev.ringline.notification.LiveCall.Side;
import dev.ringline.notification.LiveCall.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call as one of its users sees it at a moment. */
record Perspective(LiveCall call, String userId, Instant now) {

    private static final String RING = "ring";
    private static final String DECLINED_ELSEWHERE = "declined_elsewhere";

    /** For a frame that tells of an event. */
    CallView view() {
        return view(endReason(), null, null);
    }

    /** For a frame that tells of an event and gives another reason than the call's own. */
    CallView because(String reason) {
        return view(reason, null, null);
    }

    /** For the frame that makes devices ring. */
    CallView ringing() {
        return view(null, RING, null);
    }

    /** For the snapshot of one device. */
    CallView inSnapshotOf(String deviceId) {
        return view(reasonFor(deviceId), alert(), deviceId.equals(side().deviceId()));
    }

    CallView declinedElsewhere() {
        return because(DECLINED_ELSEWHERE);
    }

    private @Nullable String reasonFor(String deviceId) {
        End end = call.end();
        boolean elsewhere = call.status() == Status.DECLINED
                && end != null
                && end.byUser().equals(userId)
                && end.byDevice() != null
                && !end.byDevice().equals(deviceId);
        return elsewhere ? DECLINED_ELSEWHERE : endReason();
    }

    private @Nullable String endReason() {
        End end = call.end();
        return end == null ? null : end.reason();
    }

    private @Nullable String alert() {
        return call.isCallee(userId) && call.ringsAt(now) ? RING : null;
    }

    private Side side() {
        return call.sideOf(userId);
    }

    private @Nullable String ownDevice() {
        End end = call.end();
        return end != null && end.byUser().equals(userId) && end.byDevice() != null
                ? end.byDevice()
                : side().deviceId();
    }

    private CallView view(@Nullable String reason, @Nullable String alert, @Nullable Boolean held) {
        boolean rings = call.status() == Status.RINGING;
        Instant deadline = rings ? call.ringDeadline() : null;
        return new CallView(
                call.callId(),
                call.version(),
                call.status().word(),
                call.phase(),
                call.media(),
                call.caller().userId(),
                call.callee().userId(),
                call.conversationId(),
                deadline,
                deadline == null
                        ? null
                        : Math.max(0, Duration.between(now, deadline).toMillis()),
                rings ? call.waiting() : null,
                reason,
                ownDevice(),
                alert,
                null,
                held,
                call.at());
    }
}
