package dev.ringline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void bringsAsManyArrivalsAsWereAskedForOnAverage() {
        // Given
        // When
        Schedule schedule = Schedule.poisson(100, Duration.ofSeconds(100), 7);

        // Then: six standard deviations of 10,000 arrivals
        assertThat(schedule.size()).isCloseTo(10_000, within(600));
    }

    @Test
    void bringsThemInOrderAndWithinTheLength() {
        // Given
        // When
        long[] offsets = offsets(Schedule.poisson(100, Duration.ofSeconds(10), 7));

        // Then
        assertThat(offsets).isSorted();
        assertThat(LongStream.of(offsets))
                .allMatch(
                        offset -> offset > 0 && offset < Duration.ofSeconds(10).toNanos());
    }

    @Test
    void bringsThemIndependentlyOfEachOther() {
        // Given
        long[] offsets = offsets(Schedule.poisson(100, Duration.ofSeconds(100), 7));

        // When
        double shortGaps = IntStream.range(1, offsets.length)
                        .filter(each -> offsets[each] - offsets[each - 1]
                                < Duration.ofMillis(10).toNanos())
                        .count()
                / (double) offsets.length;

        // Then: 1 - 1/e of exponential gaps are shorter than their mean
        assertThat(shortGaps).isCloseTo(0.632, within(0.03));
    }

    @Test
    void repeatsItselfWithTheSameSeedOnly() {
        // Given
        Duration length = Duration.ofSeconds(1);

        // When
        long[] offsets = offsets(Schedule.poisson(100, length, 7));

        // Then
        assertThat(offsets)
                .isEqualTo(offsets(Schedule.poisson(100, length, 7)))
                .isNotEqualTo(offsets(Schedule.poisson(100, length, 8)));
    }

    @Test
    void refusesARateAtWhichNothingEverComes() {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> Schedule.poisson(0, Duration.ofSeconds(1), 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("perSecond: 0.0 (expected: more than 0)");
    }

    private static long[] offsets(Schedule schedule) {
        return IntStream.range(0, schedule.size()).mapToLong(schedule::offset).toArray();
    }
}
