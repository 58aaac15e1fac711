package dev.ringline.notification.push.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(nullValues = "-", textBlock = """
            0                             | PT0S
            ' 120 '                       | PT2M
            999999999                     | PT24H
            Sun, 01 Mar 2026 10:00:30 GMT | PT30S
            Sun, 01 Mar 2026 09:00:00 GMT | PT0S
            soon                          | -
            -5                            | -
            ''                            | -
            -                             | -
            """, delimiter = '|')
    void readsSecondsAndDates(String header, Duration expected) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(expected);
    }
}
