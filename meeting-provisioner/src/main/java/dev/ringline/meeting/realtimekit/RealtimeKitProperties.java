package dev.ringline.meeting.realtimekit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the provider is and who we are to it. Secrets are named by file, never given here.
 *
 * @param baseUrl up to and without {@code /accounts}; https, but for a provider on this machine
 * @param accountId the Cloudflare account
 * @param appId the RealtimeKit app of that account
 * @param apiTokenFile holds the API token with the permission Realtime or Realtime Admin
 * @param participantKeyFile holds at least 32 bytes of secret text, the key that makes user ids opaque to the provider;
 *     a new key makes every user a new one there
 * @param connectTimeout for the connection alone
 * @param requestTimeout for one operation, its repetitions included
 */
@ConfigurationProperties("ringline.realtimekit")
public record RealtimeKitProperties(
        @DefaultValue("https://api.cloudflare.com/client/v4")
        URI baseUrl,

        String accountId,
        String appId,
        Path apiTokenFile,
        Path participantKeyFile,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("3s") Duration requestTimeout) {

    /** What waits for an answered call's meeting waits four seconds, and a step is leased for five. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(4);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PATH_SEGMENT = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    public RealtimeKitProperties {
        List<String> problems = Stream.of(
                        urlProblem(baseUrl),
                        idProblem("account-id", accountId),
                        idProblem("app-id", appId),
                        fileProblem("api-token-file", apiTokenFile),
                        fileProblem("participant-key-file", participantKeyFile),
                        timeProblem("connect-timeout", connectTimeout),
                        timeProblem("request-timeout", requestTimeout))
                .filter(Objects::nonNull)
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("ringline.realtimekit: " + String.join("; ", problems));
        }
    }

    private static @Nullable String urlProblem(URI url) {
        boolean here = url.getHost() != null && THIS_MACHINE.contains(url.getHost());
        boolean secure = "https".equals(url.getScheme()) && url.getHost() != null;
        return secure || here && "http".equals(url.getScheme())
                ? null
                : "base-url must be https (http only for localhost), not " + url.getScheme() + "://" + url.getHost();
    }

    private static @Nullable String idProblem(String name, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return name + " is missing";
        }
        return PATH_SEGMENT.matcher(id).matches() ? null : name + " may hold letters, digits, _ and - only";
    }

    private static @Nullable String fileProblem(String name, @Nullable Path file) {
        if (file == null) {
            return name + " is missing";
        }
        return Files.isReadable(file) ? null : name + " names a file that cannot be read: " + file;
    }

    private static @Nullable String timeProblem(String name, Duration time) {
        return time.isPositive() && time.compareTo(LONGEST_REQUEST) <= 0
                ? null
                : name + " is " + time + " (expected: more than zero, at most " + LONGEST_REQUEST + ")";
    }
}
