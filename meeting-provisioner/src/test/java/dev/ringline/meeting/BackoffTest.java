package dev.ringline.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.meeting.Patience.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration MOST = Duration.ofSeconds(4);

    @ParameterizedTest
    @CsvSource({"1, 250, 500", "2, 500, 1000", "4, 2000, 4000", "5, 2000, 4000", "1000, 2000, 4000"})
    void doublesUpToItsMostAndLeavesTheUpperHalfToChance(int failures, long least, long most) {
        // Given
        Backoff backoff = new Backoff(FIRST, MOST, RandomGenerator.of("L64X128MixRandom"));

        // When
        Duration wait = backoff.after(failures, null);

        // Then
        assertThat(wait).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    @Test
    void staysAwayAsLongAsItWasAskedTo() {
        // Given
        Backoff backoff = new Backoff(FIRST, MOST, RandomGenerator.of("L64X128MixRandom"));

        // When
        Duration wait = backoff.after(1, Duration.ofSeconds(7));

        // Then
        assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_250));
    }

    @Test
    void refusesToShrink() {
        assertThatThrownBy(() -> new Backoff(/* first= */ MOST, /* most= */ FIRST, () -> 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
