package dev.ringline.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Which page is asked for. Controllers take it as a parameter; it comes from the query parameters {@code limit} and
 * {@code before}.
 *
 * @param limit 1–100
 * @param before where the former page ended, absent for the first
 * @param list names the list: a cursor goes on in the list that it came from, and in no other
 */
public record Paging(int limit, @Nullable Cursor before, String list) {

    static final String LIMIT = "limit";
    static final String BEFORE = "before";

    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    /**
     * Reads the two query parameters.
     *
     * @param path of the request: each path is a list of its own
     * @throws ProblemException 400 {@code invalid-request} naming what is wrong
     */
    public static Paging of(String path, @Nullable String limit, @Nullable String before) {
        var list = StringUtils.uriDecode(path, UTF_8);
        var errors = new ArrayList<InvalidField>();
        var number = limit(limit);
        if (number < 1 || number > MAX) {
            errors.add(new InvalidField(LIMIT, "must be a whole number from 1 to " + MAX));
        }
        var cursor = before == null ? null : Cursor.decoded(before, list).orElse(null);
        if (before != null && cursor == null) {
            errors.add(new InvalidField(BEFORE, "must be the `next` of the page before, in the same list"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        return new Paging(number, cursor, list);
    }

    /** How many entries to ask the store for: one more than is shown, to know whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    private static int limit(@Nullable String text) {
        try {
            return text == null ? DEFAULT : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
