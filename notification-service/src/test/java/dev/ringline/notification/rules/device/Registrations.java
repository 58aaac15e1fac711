package dev.ringline.notification.rules.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Devices as tests register them. */
public final class Registrations {

    public static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

    private Registrations() {}

    public static Device android(String deviceId, String token) {
        return android(deviceId, token, null, AT);
    }

    public static Device android(String deviceId, String token, @Nullable String hardwareId, Instant at) {
        Credentials credentials = new Credentials(null, token, null);
        return new Device(deviceId, Platform.ANDROID, "app", null, credentials, hardwareId, null, null, at, null);
    }

    public static Device apple(String deviceId, String voipToken, @Nullable String pushToken) {
        Credentials credentials = new Credentials(voipToken, pushToken, null);
        return new Device(deviceId, Platform.IOS, "app", Environment.SANDBOX, credentials, null, "de", "1.0", AT, null);
    }

    public static Device browser(String deviceId, String endpoint) {
        Credentials credentials = new Credentials(null, null, new Subscription(endpoint, "key", "secret"));
        return new Device(deviceId, Platform.WEB, "app", null, credentials, null, null, null, AT, null);
    }
}
