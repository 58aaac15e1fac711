package dev.ringline.notification.http.device;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.notification.rules.device.Environment;
import org.jspecify.annotations.Nullable;

/** Apple's environments as clients write them. */
enum EnvironmentName {
    @JsonProperty("production")
    PRODUCTION,

    @JsonProperty("sandbox")
    SANDBOX;

    static @Nullable EnvironmentName of(@Nullable Environment environment) {
        return environment == null ? null : valueOf(environment.name());
    }

    Environment toEnvironment() {
        return Environment.valueOf(name());
    }
}
