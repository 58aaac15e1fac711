package dev.ringline.notification.http.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.devices.*}.
 *
 * @param mostPerUser how many devices a user may have; the next is refused, 409 {@code too-many-devices}
 * @param defaultApp the app of a device that names none
 * @param pushServices the hosts that browsers' subscriptions may name; {@code *.} at the beginning stands for any part
 * @param vapidPublicKey what browsers subscribe with, base64url; absent where none are reached
 */
@ConfigurationProperties("ringline.devices")
record DevicesProperties(
        @DefaultValue("20") int mostPerUser,
        @DefaultValue("default") String defaultApp,

        @DefaultValue({
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.notify.windows.com",
            "*.push.apple.com"
        })
        List<String> pushServices,

        @Nullable String vapidPublicKey) {

    DevicesProperties {
        pushServices = List.copyOf(pushServices);
        if (mostPerUser < 1) {
            throw new IllegalArgumentException(
                    "ringline.devices.most-per-user: %d (expected: at least 1)".formatted(mostPerUser));
        }
    }
}
