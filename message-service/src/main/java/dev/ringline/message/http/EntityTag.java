package dev.ringline.message.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short name for what an answer is made of, another one for anything else. */
final class EntityTag {

    private static final int BYTES = 16;

    private EntityTag() {}

    static String of(Object... parts) {
        byte[] digest = sha256().digest(List.of(parts).toString().getBytes(UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
