package dev.ringline.call.http;

import dev.ringline.call.rules.Call.Status;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A status as clients write it in a query. */
final class StatusName {

    private StatusName() {}

    /**
     * The status of that name, null for none.
     *
     * @throws ProblemException 400 {@code invalid-request} if there is no such status
     */
    static @Nullable Status parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Status.values())
                .filter(status -> nameOf(status).equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.invalid("status", "must be one of " + all())));
    }

    private static String all() {
        return Arrays.stream(Status.values()).map(StatusName::nameOf).collect(Collectors.joining(", "));
    }

    private static String nameOf(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
