package dev.ringline.call;

import dev.ringline.call.Call.Status;

/** Why a call ended; the reason decides the terminal status. */
public enum EndReason {
    HANGUP(Status.COMPLETED),
    MAX_DURATION(Status.COMPLETED),
    CALLER_CANCELLED(Status.MISSED),
    NO_ANSWER(Status.MISSED),
    BUSY(Status.MISSED),
    DECLINED(Status.DECLINED),
    PROVISIONING_FAILED(Status.FAILED);

    private final Status status;

    EndReason(Status status) {
        this.status = status;
    }

    Status status() {
        return status;
    }
}
