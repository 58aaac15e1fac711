package dev.ringline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void tellsTheMiddleTheSlowestHundredthAndTheSlowest() {
        // Given
        Latencies latencies = new Latencies();

        // When
        IntStream.rangeClosed(1, 1_000)
                .forEach(millis -> latencies.add(Duration.ofMillis(millis).toNanos()));

        // Then
        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.p50()).isCloseTo(500, within(1.0));
        assertThat(latencies.p99()).isCloseTo(990, within(2.0));
        assertThat(latencies.worst()).isCloseTo(1_000, within(2.0));
    }

    @Test
    void countsFromWhenSomethingWasToBegin() {
        // Given
        Latencies latencies = new Latencies();

        // When
        latencies.done(System.nanoTime() - Duration.ofSeconds(5).toNanos());

        // Then
        assertThat(latencies.worst()).isGreaterThanOrEqualTo(4_990);
    }

    @Test
    void takesLessThanNothingForNothing() {
        // Given
        Latencies latencies = new Latencies();

        // When
        latencies.add(-5);

        // Then
        assertThat(latencies.worst()).isZero();
    }

    @Test
    void takesOthersIn() {
        // Given
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofMillis(3).toNanos());
        Latencies others = new Latencies();
        others.add(Duration.ofMillis(40).toNanos());

        // When
        latencies.addAll(others);

        // Then
        assertThat(latencies.count()).isEqualTo(2);
        assertThat(latencies.worst()).isEqualTo(others.worst());
    }

    @Test
    void comesThroughItsTextUnchanged() {
        // Given
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofMillis(3).toNanos());
        latencies.add(Duration.ofMillis(40).toNanos());

        // When
        Latencies read = Latencies.decode(latencies.encode());

        // Then
        assertThat(read.count()).isEqualTo(2);
        assertThat(read.p50()).isEqualTo(latencies.p50());
        assertThat(read.worst()).isEqualTo(latencies.worst());
    }
}
