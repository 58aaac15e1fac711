package dev.ringline.notification.http.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.notification.rules.device.Platform;
import java.util.Locale;

/** Platforms as clients write them. */
enum PlatformName {
    @JsonProperty("ios")
    IOS,

    @JsonProperty("android")
    ANDROID,

    @JsonProperty("web")
    WEB;

    static PlatformName of(Platform platform) {
        return valueOf(platform.name());
    }

    Platform toPlatform() {
        return Platform.valueOf(name());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
