package dev.ringline.http;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for. Controllers take it as a parameter; it comes from the query parameters {@code limit} and
 * {@code before}.
 *
 * @param limit 1–100
 * @param before where the former page ended, absent for the first
 */
public record Paging(int limit, @Nullable Cursor before) {

    private static final int DEFAULT = 20;
    private static final int MAX = 100;

    /**
     * Reads the two query parameters.
     *
     * @throws ProblemException 400 {@code invalid-request} naming what is wrong
     */
    public static Paging of(@Nullable String limit, @Nullable String before) {
        var errors = new ArrayList<InvalidField>();
        var number = limit(limit);
        if (number < 1 || number > MAX) {
            errors.add(new InvalidField("limit", "must be a whole number from 1 to " + MAX));
        }
        var cursor = before == null ? null : Cursor.decoded(before).orElse(null);
        if (before != null && cursor == null) {
            errors.add(new InvalidField("before", "must be the `next` of the page before"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        return new Paging(number, cursor);
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
