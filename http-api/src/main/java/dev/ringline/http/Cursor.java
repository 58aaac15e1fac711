package dev.ringline.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended: the time of its last entry, and its id because several entries may have one time.
 *
 * @param at counts to the millisecond
 * @param id not empty
 */
public record Cursor(Instant at, String id) {

    private static final int MAX_LENGTH = 512;

    public Cursor {
        requireNonNull(at, "at");
        requireNonNull(id, "id");
    }

    /** The opaque form that clients send back; base64url without padding. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at.toEpochMilli() + " " + id).getBytes(UTF_8));
    }

    /** Reads the opaque form; empty when it is not one of ours. */
    public static Optional<Cursor> decoded(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return split(new String(Base64.getUrlDecoder().decode(text), UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> split(String text) {
        var space = text.indexOf(' ');
        return space < 0 || space == text.length() - 1
                ? Optional.empty()
                : Optional.of(new Cursor(
                        Instant.ofEpochMilli(Long.parseLong(text, 0, space, 10)), text.substring(space + 1)));
    }
}
