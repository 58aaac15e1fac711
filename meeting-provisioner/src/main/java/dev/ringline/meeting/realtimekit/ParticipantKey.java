package dev.ringline.meeting.realtimekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes user ids opaque: HMAC-SHA-256 with a key of ours, in base64url. */
final class ParticipantKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;

    private final SecretKeySpec key;

    private ParticipantKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    static ParticipantKey read(Path file) {
        String property = "ringline.realtimekit.participant-key-file";
        byte[] key = SecretFile.read(property, file).getBytes(UTF_8);
        if (key.length < LEAST_BYTES) {
            throw new IllegalStateException(property + ": " + file + " holds " + key.length
                    + " bytes (expected: at least " + LEAST_BYTES + ")");
        }
        return new ParticipantKey(key);
    }

    String opaque(String userId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(userId.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("No " + ALGORITHM, impossible);
        }
    }
}
