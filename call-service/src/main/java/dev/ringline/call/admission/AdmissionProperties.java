package dev.ringline.call.admission;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.calls.admission.*}: whom to ask whether a dial is allowed.
 *
 * @param url the app's endpoint, https
 * @param secretFile holds what requests are signed with: base64 of 24 to 64 bytes, after {@code whsec_} if that is there
 * @param onFailure what happens to a dial when the app does not answer; there is no default, for either may be wrong
 * @param timeLimit how long a dial waits for the app
 * @param allowPrivateAddresses whether http and addresses of the own network are allowed
 */
@ConfigurationProperties("ringline.calls.admission")
record AdmissionProperties(
        URI url,
        Path secretFile,
        @Nullable OnFailure onFailure,
        @DefaultValue("800ms") Duration timeLimit,
        @DefaultValue("false") boolean allowPrivateAddresses) {

    AdmissionProperties {
        require(secretFile != null, "secret-file", "names no file (expected: the file with the signing secret)");
        require(onFailure != null, "on-failure", "is not set (expected: ring or deny)");
        require(
                "https".equals(url.getScheme()) || allowPrivateAddresses && "http".equals(url.getScheme()),
                "url",
                "is no https address: " + url);
        require(
                timeLimit.isPositive() && timeLimit.compareTo(Duration.ofSeconds(5)) <= 0,
                "time-limit",
                timeLimit + " (expected: up to PT5S)");
    }

    /** What becomes of a dial that nobody judged. */
    enum OnFailure {
        RING,
        DENY
    }

    private static void require(boolean holds, String name, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("ringline.calls.admission.%s %s".formatted(name, complaint));
        }
    }
}
