package dev.ringline.notification.push.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.notification.push.outbound.SecretFile;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks has it: HMAC-SHA-256 over id, time and body. */
final class WebhookSecret {

    private static final String PROPERTY = "ringline.webhooks.endpoints[].secret-file";
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Reads {@code whsec_} and the secret in base64, 24 to 64 bytes; fails with a sentence without the content. */
    static WebhookSecret read(Path file) {
        String text = SecretFile.read(PROPERTY, file);
        byte[] key = decoded(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "");
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalStateException(PROPERTY + ": " + file + " must hold whsec_ and 24 to 64 bytes in base64");
        }
        return new WebhookSecret(key);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    String signature(String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + seconds + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("No " + ALGORITHM, impossible);
        }
    }
}
