package dev.ringline.notification.http.device;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.ringline.http.InvalidField;
import dev.ringline.http.OpaqueIdRule;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.rules.device.Credentials;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Environment;
import dev.ringline.notification.rules.device.Subscription;
import dev.ringline.notification.rules.device.SubscriptionEndpoints;
import dev.ringline.notification.rules.device.TokenFormats;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Registrations as clients send them, in this service's own words. */
final class DeviceReading {

    private final String defaultApp;
    private final SubscriptionEndpoints endpoints;

    DeviceReading(String defaultApp, SubscriptionEndpoints endpoints) {
        this.defaultApp = defaultApp;
        this.endpoints = endpoints;
    }

    /**
     * The device.
     *
     * @throws ProblemException 400 {@code invalid-request}, {@code invalid-push-token} or {@code invalid-subscription}
     */
    Device read(String deviceId, DeviceBody body, Instant now) {
        OpaqueIdRule.require("deviceId", deviceId);
        List<InvalidField> errors = DeviceFields.errors(body);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        PlatformName platform = requireNonNull(body.platform());
        return new Device(
                deviceId,
                platform.toPlatform(),
                requireNonNullElse(body.appId(), defaultApp),
                platform == PlatformName.IOS ? environment(body.environment()) : null,
                credentials(platform, body),
                body.hardwareId(),
                body.locale(),
                body.appVersion(),
                now,
                null);
    }

    private static Environment environment(@Nullable EnvironmentName name) {
        return name == null ? Environment.PRODUCTION : name.toEnvironment();
    }

    private Credentials credentials(PlatformName platform, DeviceBody body) {
        return switch (platform) {
            case IOS -> new Credentials(apns("voipToken", body.voipToken()), apns("pushToken", body.pushToken()), null);
            case ANDROID -> new Credentials(null, fcm(requireNonNull(body.pushToken())), null);
            case WEB -> new Credentials(null, null, subscription(requireNonNull(body.subscription())));
        };
    }

    private static @Nullable String apns(String field, @Nullable String token) {
        if (token == null) {
            return null;
        }
        return requireToken(
                        field, token, TokenFormats::isApns, "must be the token that iOS gave the app, in hexadecimal")
                .toLowerCase(Locale.ROOT);
    }

    private static String fcm(String token) {
        return requireToken(
                "pushToken", token, TokenFormats::isFcm, "must be the registration token that FCM gave the app");
    }

    private static String requireToken(String field, String token, Predicate<String> rule, String message) {
        if (rule.test(token)) {
            return token;
        }
        throw new ProblemException(Problem.of(
                        400,
                        "invalid-push-token",
                        "Send the token as the platform gave it: %s %s.".formatted(field, message))
                .withError(field, message));
    }

    private Subscription subscription(SubscriptionBody body) {
        String endpoint = requireNonNull(body.endpoint());
        SubscriptionBody.Keys keys = requireNonNull(body.keys());
        String p256dh = requireNonNull(keys.p256dh());
        String auth = requireNonNull(keys.auth());
        if (endpoint.length() > TokenFormats.LONGEST_ENDPOINT) {
            throw invalid("endpoint", "must be at most %d characters".formatted(TokenFormats.LONGEST_ENDPOINT));
        }
        String objection = endpoints.objectionTo(endpoint);
        if (objection != null) {
            throw invalid("endpoint", objection);
        }
        if (!TokenFormats.isP256dh(p256dh)) {
            throw invalid("keys.p256dh", "must be an uncompressed point of P-256 in base64url");
        }
        if (!TokenFormats.isAuth(auth)) {
            throw invalid("keys.auth", "must be 16 bytes in base64url");
        }
        return new Subscription(endpoint, p256dh, auth);
    }

    private static ProblemException invalid(String part, String message) {
        String field = "subscription." + part;
        return new ProblemException(Problem.of(
                        400,
                        "invalid-subscription",
                        "Send the subscription as the browser gave it: %s %s.".formatted(field, message))
                .withError(field, message));
    }
}
