package dev.ringline.call.rules;

import dev.ringline.call.rules.Call.Status;

/** Why a call ended; with whether it was answered, the reason decides the terminal status. */
public enum EndReason {
    HANGUP(Status.COMPLETED),
    PEER_LOST(Status.COMPLETED),
    MAX_DURATION(Status.COMPLETED),
    ADMIN(Status.COMPLETED),
    PARTICIPANT_REMOVED(Status.COMPLETED),
    CALLER_CANCELLED(Status.MISSED),
    NO_ANSWER(Status.MISSED),
    UNREACHABLE(Status.MISSED),
    BUSY(Status.MISSED),
    DECLINED(Status.DECLINED),
    PROVISIONING_FAILED(Status.FAILED),
    CONNECT_TIMEOUT(Status.FAILED),
    MEDIA_LOST(Status.FAILED);

    private final Status status;

    EndReason(Status status) {
        this.status = status;
    }

    /** The status of a call that ends so: nobody completes a call that nobody answered. */
    Status status(boolean answered) {
        return status == Status.COMPLETED && !answered ? Status.MISSED : status;
    }
}
