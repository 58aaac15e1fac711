package dev.ringline.notification.http.device;

import dev.ringline.http.InvalidField;
import dev.ringline.http.OpaqueIdRule;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields a registration must have, may have and must not have, and how those look that are no tokens. */
final class DeviceFields {

    private static final Pattern APP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,7}");
    private static final Pattern VERSION = Pattern.compile("[!-~](?:[ -~]{0,62}[!-~])?");

    private static final String REQUIRED = "is required";

    private DeviceFields() {}

    /** Everything that is to be corrected. */
    static List<InvalidField> errors(DeviceBody body) {
        Stream<@Nullable InvalidField> ofPlatform = body.platform() == null
                ? Stream.of(new InvalidField("platform", REQUIRED))
                : Stream.concat(missing(body.platform(), body), foreign(body.platform(), body));
        return Stream.concat(ofPlatform, formats(body))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static Stream<@Nullable InvalidField> missing(PlatformName platform, DeviceBody body) {
        return switch (platform) {
            case IOS ->
                body.voipToken() == null && body.pushToken() == null
                        ? Stream.of(new InvalidField("voipToken", "or pushToken is required for ios devices"))
                        : Stream.empty();
            case ANDROID -> body.pushToken() == null ? Stream.of(missing("pushToken")) : Stream.empty();
            case WEB -> missingInSubscription(body.subscription());
        };
    }

    private static Stream<@Nullable InvalidField> missingInSubscription(@Nullable SubscriptionBody subscription) {
        if (subscription == null) {
            return Stream.of(missing("subscription"));
        }
        SubscriptionBody.Keys keys = subscription.keys();
        return Stream.of(
                subscription.endpoint() == null ? missing("subscription.endpoint") : null,
                keys == null ? missing("subscription.keys") : null,
                keys != null && keys.p256dh() == null ? missing("subscription.keys.p256dh") : null,
                keys != null && keys.auth() == null ? missing("subscription.keys.auth") : null);
    }

    private static Stream<@Nullable InvalidField> foreign(PlatformName platform, DeviceBody body) {
        boolean apple = platform == PlatformName.IOS;
        boolean browser = platform == PlatformName.WEB;
        return Stream.of(
                apple ? null : unwanted("environment", body.environment(), platform),
                apple ? null : unwanted("voipToken", body.voipToken(), platform),
                browser ? unwanted("pushToken", body.pushToken(), platform) : null,
                browser ? null : unwanted("subscription", body.subscription(), platform));
    }

    private static Stream<@Nullable InvalidField> formats(DeviceBody body) {
        return Stream.of(
                unlike(APP, "appId", body.appId(), "must be 1 to 128 letters, digits, dots, hyphens and underscores"),
                body.hardwareId() == null || OpaqueIdRule.accepts(body.hardwareId())
                        ? null
                        : new InvalidField("hardwareId", OpaqueIdRule.MESSAGE),
                unlike(LOCALE, "locale", body.locale(), "must be a language tag such as de-AT"),
                unlike(VERSION, "appVersion", body.appVersion(), "must be 1 to 64 printable ASCII characters"));
    }

    private static InvalidField missing(String field) {
        return new InvalidField(field, REQUIRED);
    }

    private static @Nullable InvalidField unwanted(String field, @Nullable Object value, PlatformName platform) {
        return value == null ? null : new InvalidField(field, "is not for " + platform.word() + " devices");
    }

    private static @Nullable InvalidField unlike(
            Pattern pattern, String field, @Nullable String value, String message) {
        return value == null || pattern.matcher(value).matches() ? null : new InvalidField(field, message);
    }
}
