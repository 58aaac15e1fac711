package dev.ringline.notification.http.device;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.devices.*}.
 *
 * @param mostPerUser how many devices a user may have; the next is refused, 409 {@code too-many-devices}
 * @param defaultApp the app of a device that names none
 */
@ConfigurationProperties("ringline.devices")
record DevicesProperties(
        @DefaultValue("20") int mostPerUser,
        @DefaultValue("default") String defaultApp) {

    DevicesProperties {
        if (mostPerUser < 1) {
            throw new IllegalArgumentException(
                    "ringline.devices.most-per-user: %d (expected: at least 1)".formatted(mostPerUser));
        }
    }
}
