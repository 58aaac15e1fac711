package dev.ringline.notification.http.device;

import org.jspecify.annotations.Nullable;

/**
 * A registration as clients send it; what applies depends on the platform.
 *
 * @param appId absent: the configured one
 * @param environment of an Apple device; absent: production
 */
record DeviceBody(
        @Nullable PlatformName platform,
        @Nullable String appId,
        @Nullable EnvironmentName environment,
        @Nullable String voipToken,
        @Nullable String pushToken,
        @Nullable SubscriptionBody subscription,
        @Nullable String hardwareId,
        @Nullable String locale,
        @Nullable String appVersion) {

    @Override
    public String toString() {
        return "DeviceBody[" + platform + "]";
    }
}
