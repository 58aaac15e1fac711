package dev.ringline.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.fault.Fault.Plain;
import dev.ringline.simulator.fault.Faults.Aim;
import dev.ringline.simulator.fault.Faults.Armed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void hitsAsManyRequestsAsItIsToldTo() {
        // Given
        faults.arm(Plain.HTML_502, Aim.at(null, 2));
        // When
        Optional<Fault> first = next(Operation.KICK);
        Optional<Fault> second = next(Operation.CREATE_MEETING);
        Optional<Fault> third = next(Operation.KICK);
        // Then
        assertThat(first).contains(Plain.HTML_502);
        assertThat(second).contains(Plain.HTML_502);
        assertThat(third).isEmpty();
    }

    @Test
    void hitsOnlyTheOperationItIsFor() {
        // Given
        faults.arm(Plain.NOT_FOUND, Aim.at(Operation.GET_ACTIVE_SESSION, null));
        // When
        Optional<Fault> other = next(Operation.GET_MEETING);
        // Then
        assertThat(other).isEmpty();
        assertThat(next(Operation.GET_ACTIVE_SESSION)).contains(Plain.NOT_FOUND);
    }

    @Test
    void usesUpTheOldestFirst() {
        // Given
        faults.arm(Plain.DOWN, Aim.at(null, 1));
        faults.arm(Plain.HTML_502, Aim.at(null, 1));
        next(Operation.KICK);
        // When
        Optional<Fault> second = next(Operation.KICK);
        // Then
        assertThat(second).contains(Plain.HTML_502);
        assertThat(faults.all()).extracting(Armed::left).containsExactly(0, 0);
    }

    @Test
    void hitsAShareOfTheRequestsThatFollowsFromTheSeed() {
        // Given
        Faults again = new Faults();
        faults.arm(Plain.HTML_502, new Aim(null, null, 0.25, 7));
        again.arm(Plain.HTML_502, new Aim(null, null, 0.25, 7));
        // When
        List<Boolean> hits = IntStream.range(0, 1000)
                .mapToObj(_ -> faults.next(Operation.KICK).isPresent())
                .toList();
        // Then
        assertThat(hits.stream().filter(hit -> hit).count()).isBetween(200L, 300L);
        assertThat(hits)
                .isEqualTo(IntStream.range(0, 1000)
                        .mapToObj(_ -> again.next(Operation.KICK).isPresent())
                        .toList());
    }

    @Test
    void letsHeldBackAnswersGoWhenSwitchedOff() {
        // Given
        Armed slow = faults.arm(new Fault.SlowAnswer(Duration.ofHours(1)), Aim.at(null, 1));
        CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> hold(slow));
        // When
        faults.clear();
        // Then
        assertThat(answer.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(faults.all()).isEmpty();
    }

    private Optional<Fault> next(Operation operation) {
        return faults.next(operation).map(Armed::fault);
    }

    private static void hold(Armed armed) {
        try {
            armed.await(Duration.ofHours(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
