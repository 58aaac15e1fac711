package dev.ringline.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @Test
    void takesTheMiddleOfTheRunsForTheMedian() {
        // Given
        // When
        double median = figure(null, 9.0, 1.0, 2.0, 100.0, 3.0).median();

        // Then
        assertThat(median).isEqualTo(3);
    }

    @Test
    void takesTheMeanOfTheMiddleTwoOfAnEvenNumberOfRuns() {
        // Given
        // When
        double median = figure(null, 4.0, 1.0, 2.0, 100.0).median();

        // Then
        assertThat(median).isEqualTo(3);
    }

    @Test
    void callsTheHighestWorstWhereLessIsBetter() {
        // Given
        // When
        double worst = figure(Aim.atMost(3), 2.0, 7.0, 1.0).worst();

        // Then
        assertThat(worst).isEqualTo(7);
    }

    @Test
    void callsTheLowestWorstWhereMoreIsBetter() {
        // Given
        // When
        double worst = figure(Aim.atLeast(3), 2.0, 7.0, 1.0).worst();

        // Then
        assertThat(worst).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3.0,PASS", "3.1,short of aim"})
    void judgesByTheMedian(double median, String verdict) {
        // Given
        Figure figure = figure(Aim.atMost(3), 1.0, median, 99.0);

        // When
        String judged = figure.verdict();

        // Then
        assertThat(judged).isEqualTo(verdict);
    }

    @Test
    void judgesNothingWithoutAnAim() {
        // Given
        // When
        String judged = figure(null, 1.0).verdict();

        // Then
        assertThat(judged).isEmpty();
    }

    private static Figure figure(@Nullable Aim aim, Double... values) {
        return new Figure("calls", "dial p50", Unit.TIMES, List.of(values), aim);
    }
}
