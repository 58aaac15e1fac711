package dev.ringline.meeting.realtimekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "4, PT4S",
        "' 30 ', PT30S",
        "86400, PT1H",
        "'Sun, 01 Mar 2026 10:00:09 GMT', PT9S",
        "'Sun, 01 Mar 2026 09:00:00 GMT', PT0S",
        "soon, ",
        "-1, ",
        "99999999999999999999, ",
        "'', ",
        ", ",
    })
    void readsSecondsAndDates(String header, Duration expected) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(expected);
    }
}
