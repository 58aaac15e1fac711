package dev.ringline.notification.http.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.notification.rules.device.Credentials;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Pruned;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A registration as its user sees it; never a token.
 *
 * @param channels the ways in which the device can be reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceView(
        String deviceId,
        PlatformName platform,
        String appId,
        @Nullable EnvironmentName environment,
        List<String> channels,
        @Nullable String hardwareId,
        @Nullable String locale,
        @Nullable String appVersion,
        Instant registeredAt,
        @Nullable PrunedView pruned) {

    /** Why a token is gone. */
    record PrunedView(String reason, Instant at) {

        static @Nullable PrunedView of(@Nullable Pruned pruned) {
            return pruned == null ? null : new PrunedView(pruned.reason(), pruned.at());
        }
    }

    static DeviceView of(Device device) {
        return new DeviceView(
                device.deviceId(),
                PlatformName.of(device.platform()),
                device.appId(),
                EnvironmentName.of(device.environment()),
                channels(device),
                device.hardwareId(),
                device.locale(),
                device.appVersion(),
                device.registeredAt(),
                PrunedView.of(device.pruned()));
    }

    private static List<String> channels(Device device) {
        Credentials credentials = device.credentials();
        return switch (device.platform()) {
            case IOS ->
                Stream.concat(
                                present("apns-voip", credentials.voipToken()),
                                present("apns-alert", credentials.pushToken()))
                        .toList();
            case ANDROID -> present("fcm", credentials.pushToken()).toList();
            case WEB -> present("webpush", credentials.subscription()).toList();
        };
    }

    private static Stream<String> present(String channel, @Nullable Object credential) {
        return credential == null ? Stream.empty() : Stream.of(channel);
    }
}
