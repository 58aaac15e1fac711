package dev.ringline.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a call ended. */
public enum EndReason {
    @JsonProperty("hangup")
    HANGUP,

    @JsonProperty("peer_lost")
    PEER_LOST,

    @JsonProperty("max_duration")
    MAX_DURATION,

    @JsonProperty("admin")
    ADMIN,

    @JsonProperty("participant_removed")
    PARTICIPANT_REMOVED,

    @JsonProperty("caller_cancelled")
    CALLER_CANCELLED,

    @JsonProperty("no_answer")
    NO_ANSWER,

    @JsonProperty("unreachable")
    UNREACHABLE,

    @JsonProperty("busy")
    BUSY,

    @JsonProperty("declined")
    DECLINED,

    @JsonProperty("provisioning_failed")
    PROVISIONING_FAILED,

    @JsonProperty("connect_timeout")
    CONNECT_TIMEOUT,

    @JsonProperty("media_lost")
    MEDIA_LOST
}
