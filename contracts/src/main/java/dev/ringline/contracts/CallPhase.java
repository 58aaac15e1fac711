package dev.ringline.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The finer step within a status: dialling and alerting while ringing, the next three while ongoing. */
public enum CallPhase {
    @JsonProperty("dialing")
    DIALING,

    @JsonProperty("alerting")
    ALERTING,

    @JsonProperty("connecting")
    CONNECTING,

    @JsonProperty("connected")
    CONNECTED,

    @JsonProperty("reconnecting")
    RECONNECTING,

    @JsonProperty("ended")
    ENDED
}
