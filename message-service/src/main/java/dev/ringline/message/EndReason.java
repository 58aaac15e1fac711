package dev.ringline.message;

/** Why a call ended: finer than its {@link CallStatus}. */
public enum EndReason {
    HANGUP,
    PEER_LOST,
    MAX_DURATION,
    ADMIN,
    PARTICIPANT_REMOVED,
    CALLER_CANCELLED,
    NO_ANSWER,
    UNREACHABLE,
    BUSY,
    DECLINED,
    PROVISIONING_FAILED,
    CONNECT_TIMEOUT,
    MEDIA_LOST
}
