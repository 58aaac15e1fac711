package dev.ringline.notification.rules.device;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered device of a user.
 *
 * @param appId the app that is installed there; the credentials that push services want are kept per app
 * @param environment present on Apple devices only
 * @param hardwareId the same for all registrations of one phone, which is to ring once
 * @param locale a language tag
 * @param registeredAt when it was registered last
 * @param pruned why it lost a token since then
 */
public record Device(
        String deviceId,
        Platform platform,
        String appId,
        @Nullable Environment environment,
        Credentials credentials,
        @Nullable String hardwareId,
        @Nullable String locale,
        @Nullable String appVersion,
        Instant registeredAt,
        @Nullable Pruned pruned) {

    public Device {
        requireNonNull(deviceId, "deviceId");
        requireNonNull(platform, "platform");
        requireNonNull(appId, "appId");
        requireNonNull(credentials, "credentials");
        requireNonNull(registeredAt, "registeredAt");
    }

    /** Whether there is a token to send to. */
    public boolean isReachable() {
        return !credentials.areGone();
    }

    /** The same phone, or, where nobody told the phone, the same registration. */
    String phone() {
        return hardwareId == null ? "device " + deviceId : "hardware " + hardwareId;
    }

    boolean holdsAnyOf(Collection<String> hashes) {
        return credentials.hashes().stream().anyMatch(hashes::contains);
    }

    Device in(Environment other) {
        return new Device(
                deviceId, platform, appId, other, credentials, hardwareId, locale, appVersion, registeredAt, pruned);
    }

    /** The same with other tokens. */
    public Device with(Credentials others) {
        return new Device(
                deviceId, platform, appId, environment, others, hardwareId, locale, appVersion, registeredAt, pruned);
    }

    Device without(Set<String> hashes, Pruned why) {
        return holdsAnyOf(hashes)
                ? new Device(
                        deviceId,
                        platform,
                        appId,
                        environment,
                        credentials.without(hashes),
                        hardwareId,
                        locale,
                        appVersion,
                        registeredAt,
                        why)
                : this;
    }
}
