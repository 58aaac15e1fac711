package dev.ringline.notification.http.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.notification.rules.user.Preferences;

/** What calls do, as clients write it. */
enum CallsName {
    @JsonProperty("ring")
    RING,

    @JsonProperty("notify")
    NOTIFY,

    @JsonProperty("off")
    OFF;

    static CallsName of(Preferences.Calls calls) {
        return valueOf(calls.name());
    }

    Preferences.Calls toCalls() {
        return Preferences.Calls.valueOf(name());
    }
}
