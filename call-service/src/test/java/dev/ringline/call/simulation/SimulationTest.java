package dev.ringline.call.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.simulation.Promise.Broken;
import dev.ringline.call.simulation.Shrinking.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thousands of runs, each of another story in another order. {@code -Dsimulation.runs=…} plays more of them; a run that
 * fails names its seed, and {@code -Dsimulation.seed=…} plays it again.
 */
class SimulationTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
    private static final int RUNS = Integer.getInteger("simulation.runs", 20_000);
    private static final int RUNS_OF_A_MUTANT = 100_000;

    @Test
    void keepsEveryPromiseInEveryOrderOfSteps() {
        // Given
        boolean again = System.getProperty("simulation.seed") != null;
        long first = again ? Long.getLong("simulation.seed") : new Random().nextLong();

        // When
        Optional<String> failure = play(first, again ? 1 : RUNS);

        // Then
        assertThat(failure).isEmpty();
    }

    private static Optional<String> play(long first, int runs) {
        Duration before = processorTime();
        for (long seed = first; seed != first + runs; seed++) {
            Optional<Failure> failure = Shrinking.run(seed, Mutant.NONE);
            if (failure.isPresent()) {
                return Optional.of(Shrinking.report(seed, failure.get(), Mutant.NONE));
            }
        }
        long millis = Math.max(1, processorTime().minus(before).toMillis());
        LOG.info("{} runs from seed {} on, {} a second of one processor", runs, first, runs * 1000L / millis);
        return Optional.empty();
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void findsWhatIsBuiltWrong(Mutant mutant) {
        // When
        Failure found = firstFailureOf(mutant);

        // Then
        assertThat(found.cause()).isInstanceOf(Broken.class);
        LOG.info("{}: {}", mutant, found.cause().getMessage());
    }

    @Test
    void playsTheSameRunAgainFromItsSeed() {
        // Given
        Failure failure = firstFailureOf(Mutant.FORGET_PENDING_ON_CRASH);

        // When
        List<String> once = Shrinking.lines(failure, Mutant.FORGET_PENDING_ON_CRASH);
        List<String> again = Shrinking.lines(failure, Mutant.FORGET_PENDING_ON_CRASH);

        // Then
        assertThat(again).isNotEmpty().isEqualTo(once);
    }

    @Test
    void tellsAFailureAsTheShortestStory() {
        // Given
        Failure failure = firstFailureOf(Mutant.FORGET_PENDING_ON_CRASH);

        // When
        Failure shortest = Shrinking.shortest(failure, Mutant.FORGET_PENDING_ON_CRASH);

        // Then
        assertThat(shortest.story().length()).isEqualTo(2);
        assertThat(Shrinking.lines(shortest, Mutant.FORGET_PENDING_ON_CRASH))
                .anyMatch(line -> line.matches("\\w+/\\w+ dials \\w+ on replica [12]"))
                .anyMatch(line -> line.matches("replica [12] is killed and starts again"));
    }

    private static Failure firstFailureOf(Mutant mutant) {
        return LongStream.range(0, RUNS_OF_A_MUTANT)
                .mapToObj(seed -> Shrinking.run(seed, mutant))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
