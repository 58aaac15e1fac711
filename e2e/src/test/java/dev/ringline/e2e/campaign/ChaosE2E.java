package dev.ringline.e2e.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ringline.e2e.checker.Finding;
import dev.ringline.e2e.checker.Finding.Kind;
import dev.ringline.e2e.crash.CrashPoint;
import dev.ringline.e2e.crash.Weaver;
import dev.ringline.e2e.stage.App;
import dev.ringline.e2e.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that can die dies, at named points in the order of chance and at any other, while people go on calling each
 * other; afterwards nothing is lost, doubled, misordered or left over. The long form comes to every point. A machine that
 * is too slow for all the deaths in time does not fail for that: the test says so and counts as skipped, once what did
 * happen was found to be without fault.
 *
 * <p>{@code -Dringline.chaos.minutes=M} goes on for so long, {@code -Dringline.chaos.seed=S} plans what the run with
 * this seed planned: the same stories, faults and deaths in the same order.
 */
class ChaosE2E {

    private static final Logger LOG = LoggerFactory.getLogger(ChaosE2E.class);
    private static final int KILLS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(7);
    private static final long SEED = Long.getLong("ringline.chaos.seed", System.nanoTime());
    private static final Duration LEAST = Duration.ofMinutes(Integer.getInteger("ringline.chaos.minutes", 0));

    @AutoClose
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.start("chaos", 3, Optional.of(ChaosE2E::weave));
    }

    private static void weave(App app) {
        Weaver.weave(app.jar(), CrashPoint.of(app.module()));
    }

    @Test
    void nothingIsLostWhateverDies() {
        // Given
        LOG.info("The seed is {}", SEED);
        var random = new Random(SEED);
        var toll = new Toll(points(), KILLS, LEAST, PATIENCE);
        var weather = new Weather(stage, toll, new Random(random.nextLong()));

        // When
        try (var load = Load.begin(stage, new Random(random.nextLong()))) {
            atOnce(Stream.concat(Stream.of(weather), executioners(toll, random)));
            load.finish();
            LOG.info("Seed {}: {} stories, {}", SEED, load.stories(), toll);
        }

        // Then
        var findings = stage.verdict();
        LOG.info("Seed {}: {} findings {}", SEED, findings.size(), findings);
        assertThat(findings).as("seed %d", SEED).isEmpty();
        assertThat(weather.surprises()).as("seed %d", SEED).isEmpty();
        assertThatPlantedFaultsAreFound();
        assertThat(toll.unreachable()).as("seed %d", SEED).isEmpty();
        assumeThat(toll.kills())
                .as("kills that this machine found the time for")
                .isGreaterThanOrEqualTo(KILLS);
        assumeThat(LEAST.isZero() || toll.neverReached().isEmpty())
                .as("it found time for every point but %s", toll.neverReached())
                .isTrue();
    }

    private static Set<CrashPoint> points() {
        return Stream.of("call-service", "message-service")
                .flatMap(module -> CrashPoint.of(module).stream())
                .collect(Collectors.toSet());
    }

    /** The two replicas of call-service die independently, those of message-service in turn: all rests on the latter. */
    private static Stream<Executioner> executioners(Toll toll, Random random) {
        var calls = new Sentences("call-service", new Random(random.nextLong()));
        var lines = new Sentences("message-service", new Random(random.nextLong()));
        return Stream.concat(
                stage.calls().stream().map(replica -> new Executioner(List.of(replica), calls, toll)),
                Stream.of(new Executioner(stage.lines(), lines, toll)));
    }

    private static void assertThatPlantedFaultsAreFound() {
        stage.planting().loseAnEvent();
        stage.planting().doubleALine();
        assertThat(stage.verdictNow()).extracting(Finding::kind).contains(Kind.LOST_EVENT, Kind.DOUBLED_LINE);
    }

    private static void atOnce(Stream<? extends Runnable> all) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> begun =
                    all.map(each -> CompletableFuture.runAsync(each, threads)).toList();
            begun.forEach(CompletableFuture::join);
        }
    }
}
