package dev.ringline.call.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the Standard Webhooks specification says: HMAC-SHA256 over id, time in seconds and body, joined by dots. */
final class SignedRequests {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final SecretKeySpec key;

    private SignedRequests(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * With the secret in a file.
     *
     * @throws IllegalStateException if the file holds none; it is not shown
     */
    static SignedRequests with(Path secretFile) {
        try {
            String text = Files.readString(secretFile).strip();
            byte[] secret =
                    Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
            if (secret.length < SHORTEST || secret.length > LONGEST) {
                throw new IllegalStateException(
                        "%s holds no secret of %d to %d bytes".formatted(secretFile, SHORTEST, LONGEST));
            }
            return new SignedRequests(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(secretFile + " holds no base64", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + secretFile, e);
        }
    }

    /** The headers that go with the body. */
    Map<String, String> headers(String id, Instant at, String body) {
        String time = Long.toString(at.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", time,
                "webhook-signature", "v1," + signature(id + "." + time + "." + body));
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
