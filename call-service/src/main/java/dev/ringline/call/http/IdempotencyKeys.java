package dev.ringline.call.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.call.rules.Call.Dial;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of an {@code Idempotency-Key} what is kept with the call: hashes of the user's key and of what he asked. */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private IdempotencyKeys() {}

    static @Nullable Dial dial(@Nullable String key, String userId, DialBody body) {
        if (key == null) {
            return null;
        }
        if (!ALLOWED.matcher(key).matches()) {
            throw new ProblemException(Problem.invalid(HEADER, "must be 1 to 128 visible ASCII characters"));
        }
        return new Dial(
                hash(userId, key),
                hash(body.calleeId(), textOf(body.media()), textOf(body.conversationId()), textOf(body.ringSeconds())));
    }

    /** Empty for what is absent: no value of a dial is empty. */
    private static String textOf(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A hash over parts, none of which can run into the next. */
    static String hash(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(UTF_8));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
