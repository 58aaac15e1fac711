package dev.ringline.notification.push.webpush;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.push.webpush.*}. Without keys the channel is off.
 *
 * @param privateKeyFile the VAPID private key (P-256, PKCS #8, PEM)
 * @param publicKeyFile its public key (PEM)
 * @param subject whom a push service may write to about our pushes: {@code mailto:…} or {@code https:…}
 * @param hosts the push services that subscriptions may point to; {@code *.} stands for one or more labels
 * @param localEndpoints {@code host:port} that subscriptions may point to as well, at any address; for tests
 */
@ConfigurationProperties("ringline.push.webpush")
record WebPushProperties(
        @Nullable Path privateKeyFile,
        @Nullable Path publicKeyFile,
        @Nullable String subject,

        @DefaultValue({
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.push.apple.com",
            "*.notify.windows.com"
        })
        List<String> hosts,

        @DefaultValue List<String> localEndpoints) {

    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern ENDPOINT = Pattern.compile("[a-z0-9.-]+:\\d{1,5}");
    private static final Pattern SUBJECT = Pattern.compile("(mailto:\\S+@\\S+|https://\\S+)");

    WebPushProperties {
        hosts = List.copyOf(hosts);
        localEndpoints = List.copyOf(localEndpoints);
        require(
                hosts.stream().allMatch(HOST.asMatchPredicate()),
                "hosts",
                "must be names in lower case, such as *.push.example");
        require(
                localEndpoints.stream().allMatch(ENDPOINT.asMatchPredicate()),
                "local-endpoints",
                "must be host:port in lower case");
        require(
                (privateKeyFile == null) == (publicKeyFile == null),
                "private-key-file",
                "and public-key-file go together");
        requireReadable("private-key-file", privateKeyFile);
        requireReadable("public-key-file", publicKeyFile);
        require(
                privateKeyFile == null
                        || subject != null && SUBJECT.matcher(subject).matches(),
                "subject",
                "must be mailto:… or https://…");
    }

    private static void requireReadable(String name, @Nullable Path file) {
        require(file == null || Files.isReadable(file), name, "cannot be read: " + file);
    }

    private static void require(boolean holds, String name, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("ringline.push.webpush." + name + " " + problem);
        }
    }
}
