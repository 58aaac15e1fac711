package dev.ringline.call.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.call.rules.Presence.MediaReport;
import jakarta.validation.constraints.NotNull;

/** What a holding device says of its media. */
record HeartbeatBody(@NotNull(message = "is required") MediaWord media) {

    /** The media of one side, as clients write it. */
    enum MediaWord {
        @JsonProperty("connecting")
        CONNECTING,

        @JsonProperty("connected")
        CONNECTED,

        @JsonProperty("reconnecting")
        RECONNECTING;

        MediaReport toReport() {
            return MediaReport.valueOf(name());
        }
    }
}
