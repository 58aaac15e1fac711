package dev.ringline.notification.push.apns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.push.apns.*}. Without a key the channel is off.
 *
 * @param keys one per app
 * @param productionHost Apple's production host and port
 * @param sandboxHost Apple's host and port for development builds
 * @param incomingCallText body of the ordinary notification of a call that is not to ring
 * @param missedCallText body of the notification of a missed call; a notification service extension may put its own words
 */
@ConfigurationProperties("ringline.push.apns")
record ApnsProperties(
        @DefaultValue List<Key> keys,
        @DefaultValue("api.push.apple.com:443") String productionHost,
        @DefaultValue("api.sandbox.push.apple.com:443") String sandboxHost,
        @DefaultValue("Incoming call") String incomingCallText,
        @DefaultValue("Missed call") String missedCallText) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}:\\d{1,5}");

    ApnsProperties {
        keys = List.copyOf(keys);
        require(HOST.matcher(productionHost).matches(), "production-host", "must be host:port");
        require(HOST.matcher(sandboxHost).matches(), "sandbox-host", "must be host:port");
        require(!incomingCallText.isBlank(), "incoming-call-text", "is empty");
        require(!missedCallText.isBlank(), "missed-call-text", "is empty");
        long apps = keys.stream().map(Key::appId).distinct().count();
        require(apps == keys.size(), "keys", "names an app twice");
    }

    private static void require(boolean holds, String name, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("ringline.push.apns." + name + " " + problem);
        }
    }

    /**
     * The signing key of a team, for one of its apps.
     *
     * @param appId the app's bundle id; VoIP pushes go to its topic with {@code .voip}
     * @param teamId the ten characters that name the team
     * @param keyId the ten characters that name the key
     * @param keyFile the key as Apple hands it out ({@code .p8})
     */
    record Key(String appId, String teamId, String keyId, Path keyFile) {

        private static final Pattern TEN = Pattern.compile("[A-Z0-9]{10}");

        Key {
            requireText("app-id", appId);
            require(matches(teamId), "keys[].team-id", "must be ten capital letters and digits");
            require(matches(keyId), "keys[].key-id", "must be ten capital letters and digits");
            require(keyFile != null && Files.isReadable(keyFile), "keys[].key-file", "cannot be read: " + keyFile);
        }

        private static void requireText(String name, @Nullable String value) {
            require(value != null && !value.isBlank(), "keys[]." + name, "is missing");
        }

        private static boolean matches(@Nullable String id) {
            return Stream.ofNullable(id).anyMatch(TEN.asMatchPredicate());
        }
    }
}
