package dev.ringline.meeting.realtimekit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header: whole seconds or an HTTP date, at most an hour; what cannot be read was not said. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        Duration wait = header.strip().matches("\\d{1,9}") ? seconds(header.strip()) : untilDate(header.strip(), now);
        return wait == null || wait.compareTo(MOST) < 0 ? wait : MOST;
    }

    private static Duration seconds(String header) {
        return Duration.ofSeconds(Long.parseLong(header));
    }

    private static @Nullable Duration untilDate(String header, Instant now) {
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
            return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
