package dev.ringline.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an id of the app may look like: 1–128 characters that need no escaping in JSON, in a header or in a log. */
public final class OpaqueIdRule {

    /** Says what to change; follows the name of the field. */
    public static final String MESSAGE = "must be 1 to 128 characters of A-Z a-z 0-9 . _ : - @ | + = ~";

    static final String REGEX = "[A-Za-z0-9._:\\-@|+=~]{1,128}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private OpaqueIdRule() {}

    /** Whether the value is an opaque id; null is none. */
    public static boolean accepts(@Nullable String value) {
        return value != null && PATTERN.matcher(value).matches();
    }

    /**
     * The value itself, for path variables and query parameters.
     *
     * @throws ProblemException 400 {@code invalid-request} naming the field
     */
    public static String require(String field, @Nullable String value) {
        if (value == null || !accepts(value)) {
            throw new ProblemException(Problem.invalid(field, MESSAGE));
        }
        return value;
    }
}
