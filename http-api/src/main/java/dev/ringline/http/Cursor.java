package dev.ringline.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page ended: the time of its last entry, and its id because several entries may have one time.
 *
 * @param at counts to the millisecond
 * @param id not empty
 */
public record Cursor(Instant at, String id) {

    private static final int MAX_LENGTH = 512;
    private static final Pattern CONTENT = Pattern.compile("(-?\\d{1,18}) ([0-9a-f]{1,8}) (.+)", Pattern.DOTALL);

    public Cursor {
        requireNonNull(at, "at");
        requireNonNull(id, "id");
    }

    /**
     * The opaque form that clients send back; base64url without padding.
     *
     * @param list the one that the page is of: the cursor goes on in no other
     */
    String encoded(String list) {
        var content = at.toEpochMilli() + " " + tag(list) + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(UTF_8));
    }

    /** Reads the opaque form; empty when it is not one of ours, or one of another list. */
    static Optional<Cursor> decoded(String text, String list) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return parsed(new String(Base64.getUrlDecoder().decode(text), UTF_8), tag(list));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> parsed(String content, String tag) {
        var match = CONTENT.matcher(content);
        return match.matches() && match.group(2).equals(tag)
                ? Optional.of(new Cursor(Instant.ofEpochMilli(Long.parseLong(match.group(1))), match.group(3)))
                : Optional.empty();
    }

    private static String tag(String list) {
        return Integer.toHexString(list.hashCode());
    }
}
