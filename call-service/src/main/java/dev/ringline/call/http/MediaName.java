package dev.ringline.call.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.call.rules.Media;

/** Media as clients write it. */
enum MediaName {
    @JsonProperty("audio")
    AUDIO,

    @JsonProperty("video")
    VIDEO;

    Media toMedia() {
        return Media.valueOf(name());
    }
}
