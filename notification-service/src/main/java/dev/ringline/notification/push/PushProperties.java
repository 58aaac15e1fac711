package dev.ringline.notification.push;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.push.*}: what holds for every channel and for webhooks.
 *
 * @param timeLimit how long one request may take, from the first byte to the last of its answer
 * @param mostAtOncePerHost how many requests to one host are under way on one replica
 * @param trustedCertificatesFile certificates (PEM) that are trusted instead of the Java runtime's, for networks whose
 *     proxy signs anew and for tests
 * @param contentFree whether pushes leave out who calls and where, for whoever carries them can read them
 */
@ConfigurationProperties("ringline.push")
public record PushProperties(
        @DefaultValue("5s") Duration timeLimit,
        @DefaultValue("256") int mostAtOncePerHost,
        @Nullable Path trustedCertificatesFile,
        @DefaultValue("false") boolean contentFree) {

    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofMinutes(1);

    public PushProperties {
        if (timeLimit.compareTo(LEAST) < 0 || timeLimit.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "ringline.push.time-limit: %s (expected: %s to %s)".formatted(timeLimit, LEAST, MOST));
        }
        if (mostAtOncePerHost < 1) {
            throw new IllegalArgumentException(
                    "ringline.push.most-at-once-per-host: %d (expected: at least 1)".formatted(mostAtOncePerHost));
        }
        if (trustedCertificatesFile != null && !Files.isReadable(trustedCertificatesFile)) {
            throw new IllegalArgumentException(
                    "ringline.push.trusted-certificates-file names a file that cannot be read: "
                            + trustedCertificatesFile);
        }
    }
}
