package dev.ringline.message;

/** How a call ended. */
public enum CallStatus {
    COMPLETED,
    MISSED,
    DECLINED,
    FAILED
}
