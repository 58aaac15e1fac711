package dev.ringline.meeting;

import java.util.Locale;

/** Why a call has no meeting, as {@code MeetingProvisioningFailed} and the metrics name it. */
public enum FailureReason {
    AUTH_FAILED,
    NOT_FOUND,
    CONFLICT,
    RATE_LIMITED,
    BAD_REQUEST,
    UNAVAILABLE,
    PROTOCOL_ERROR,

    /** The time was up before the provider was even asked. */
    TIMED_OUT;

    /** In lower case with underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
