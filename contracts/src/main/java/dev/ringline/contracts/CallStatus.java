package dev.ringline.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a call stands, as the world sees it; the last four are terminal. */
public enum CallStatus {
    @JsonProperty("ringing")
    RINGING,

    @JsonProperty("ongoing")
    ONGOING,

    @JsonProperty("completed")
    COMPLETED,

    @JsonProperty("missed")
    MISSED,

    @JsonProperty("declined")
    DECLINED,

    @JsonProperty("failed")
    FAILED
}
