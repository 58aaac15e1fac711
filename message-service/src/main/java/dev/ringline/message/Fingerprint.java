package dev.ringline.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells two accounts of the same call's end apart.
 *
 * @param value SHA-256, hexadecimal
 */
public record Fingerprint(String value) {

    /** Of an account in which a user was erased: it would tell who that was, so it is not kept. */
    public static final Fingerprint ERASED = new Fingerprint("erased");

    /**
     * The fingerprint of some facts. Stored fingerprints are compared with ones that later releases make: for the same
     * event the facts and their order must stay what they were.
     */
    public static Fingerprint of(List<? extends @Nullable Object> facts) {
        String text = facts.stream().map(Fingerprint::delimited).collect(Collectors.joining());
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8))));
    }

    /** Whether the two are surely of different accounts. */
    boolean contradicts(Fingerprint other) {
        return !equals(other) && !equals(ERASED) && !other.equals(ERASED);
    }

    /** With its length, so that no two lists of facts read alike. */
    private static String delimited(@Nullable Object fact) {
        String text = Objects.toString(fact, "");
        return fact == null ? "-" : text.length() + ":" + text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
