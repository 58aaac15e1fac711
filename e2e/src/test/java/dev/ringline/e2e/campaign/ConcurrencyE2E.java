package dev.ringline.e2e.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.checker.Finding;
import dev.ringline.e2e.checker.Finding.Kind;
import dev.ringline.e2e.stage.Stage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every race of the table, many times, against two replicas of call-service on one MongoDB. */
class ConcurrencyE2E {

    private static final int PARTIES = 20;
    private static final int AT_ONCE = 8;

    @AutoClose
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.start("concurrency", 1, Optional.empty());
    }

    @Test
    void everyRaceHasOneOutcomeThatBothReplicasTell() {
        // When
        var surprises = runAll();

        // Then
        assertThat(surprises).isEmpty();
        assertThat(stage.verdict()).isEmpty();
        stage.planting().loseAnEvent();
        stage.planting().doubleALine();
        assertThat(stage.verdictNow()).extracting(Finding::kind).contains(Kind.LOST_EVENT, Kind.DOUBLED_LINE);
    }

    private static List<String> runAll() {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var late = threads.submit(() -> new LateAnswers(stage).run());
            var races = Race.all().stream()
                    .flatMap(race -> IntStream.range(0, PARTIES).mapToObj(number -> task(race, number)))
                    .map(threads::submit)
                    .toList();
            return Stream.concat(races.stream(), Stream.of(late))
                    .map(ConcurrencyE2E::result)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static Callable<List<String>> task(Race race, int number) {
        return () -> race.run(Party.of(stage, race.name(), number)).toList();
    }

    private static List<String> result(Future<List<String>> task) {
        try {
            return task.get();
        } catch (Exception e) {
            throw new AssertionError("A race could not be run", e);
        }
    }
}
