package dev.ringline.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a call carries. */
public enum Media {
    @JsonProperty("audio")
    AUDIO,

    @JsonProperty("video")
    VIDEO
}
