package dev.ringline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoadTest {

    private static final Schedule SCHEDULE = Schedule.poisson(2_000, Duration.ofMillis(100), 7);

    @Test
    void beginsEachArrivalThoughNoneBeforeIsDone() {
        // Given: nobody is done before all have begun
        CountDownLatch begun = new CountDownLatch(SCHEDULE.size());

        // When
        long failed = OpenLoad.run(SCHEDULE, (number, intended) -> {
            begun.countDown();
            awaitAll(begun);
        });

        // Then
        assertThat(failed).isZero();
        assertThat(begun.getCount()).isZero();
    }

    @Test
    void beginsNoArrivalBeforeItsTime() {
        // Given
        Set<Integer> early = ConcurrentHashMap.newKeySet();

        // When
        OpenLoad.run(SCHEDULE, (number, intended) -> {
            if (System.nanoTime() - intended < 0) {
                early.add(number);
            }
        });

        // Then
        assertThat(early).isEmpty();
    }

    @Test
    void countsWhatFailedAndGoesOn() {
        // Given
        Set<Integer> begun = ConcurrentHashMap.newKeySet();

        // When
        long failed = OpenLoad.run(SCHEDULE, (number, intended) -> {
            begun.add(number);
            if (number % 2 == 0) {
                throw new IllegalStateException("even");
            }
        });

        // Then
        assertThat(begun).hasSize(SCHEDULE.size());
        assertThat(failed).isEqualTo((SCHEDULE.size() + 1) / 2);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
