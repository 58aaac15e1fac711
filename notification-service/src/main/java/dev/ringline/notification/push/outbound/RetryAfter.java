package dev.ringline.notification.push.outbound;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header: whole seconds or an HTTP date, at most a day; what cannot be read was not said. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        Duration wait =
                SECONDS.matcher(value).matches() ? Duration.ofSeconds(Long.parseLong(value)) : untilDate(value, now);
        return wait == null || wait.compareTo(MOST) < 0 ? wait : MOST;
    }

    private static @Nullable Duration untilDate(String value, Instant now) {
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
