package dev.ringline.e2e.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.DeliveryEvent.DeliveryReported;
import dev.ringline.e2e.crash.CrashPoint;
import dev.ringline.e2e.crash.Weaver;
import dev.ringline.e2e.push.PushFinding.Kind;
import dev.ringline.e2e.push.ToldCall.Callee;
import dev.ringline.e2e.stage.App;
import dev.ringline.e2e.stage.PushStage;
import dev.ringline.e2e.stage.Replica;
import dev.ringline.local.machine.Condition;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.wire.EventWire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replicas of notification-service die between every two steps of a push, while calls come in, records come again and
 * members leave and join; at the end all is read from the start. Real processes, a real broker, a real database, Google's
 * and Apple's protocols.
 *
 * <p>{@code -Dringline.chaos.seed=S} plans what the run with this seed planned.
 */
class PushCrashE2E {

    private static final Logger LOG = LoggerFactory.getLogger(PushCrashE2E.class);
    private static final long SEED = Long.getLong("ringline.chaos.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DEATHS = Duration.ofMinutes(8);
    private static final Duration RING = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration PROMISED = Duration.ofSeconds(8);
    private static final int CALLEES = 8;
    private static final int ENOUGH = 24;
    private static final int MOST = 100;

    @TempDir
    private static Path folder;

    @AutoClose
    private static PushServices services;

    @AutoClose
    private static PushStage stage;

    @AutoClose
    private static EventProbe probe;

    private static List<Callee> callees;

    @BeforeAll
    static void start() throws Exception {
        services = new PushServices(folder);
        stage = PushStage.start("push-crash", PushCrashE2E::weave, services.settings());
        probe = EventProbe.on(stage.kafka());
        callees = IntStream.range(0, CALLEES).mapToObj(PushCrashE2E::callee).toList();
    }

    private static void weave(App app) {
        Weaver.weave(app.jar(), CrashPoint.of(app.module()));
    }

    private static Callee callee(int number) {
        var user = "callee" + number;
        return new Callee(user, services.register(stage.replicas().getFirst().http(), user));
    }

    @BeforeEach
    void makeWhole() {
        stage.takeTime();
        stage.makeWhole();
    }

    @Test
    void eachDeviceRingsOnceAtMostAndFallsSilentWhateverDies() {
        // Given
        LOG.info("The seed is {}", SEED);
        var points = CrashPoint.of("notification-service");
        stage.hurry();

        // When
        List<Rung> calls;
        Set<CrashPoint> reached;
        try (var callers = Callers.begin(probe, callees, new Random(SEED))) {
            reached = Deaths.of(stage.replicas().subList(1, 3), points, DEATHS);
            LOG.info("{} deaths", reached.size());
            stage.makeWhole();
            leaveAndJoin(stage.replicas().getLast());
            callers.finish();
            calls = callers.calls();
        }
        stage.awaitQuiet();
        int sent = services.log().all().size();
        LOG.info("Everything is done; now again from the start");
        stage.forgetOffsets();
        stage.makeWhole();
        stage.awaitQuiet();

        // Then
        var pushed = ofCalls(services.log().all(), calls);
        LOG.info("Seed {}: {} calls, {} pushes, {} rings", SEED, calls.size(), pushed.size(), rings(pushed));
        assertThat(PushRules.check(pushed, calls, reported()))
                .as("seed %d", SEED)
                .isEmpty();
        assertThat(services.log().all()).as("sent again by the replay").hasSize(sent);
        assertThat(reached).containsExactlyInAnyOrderElementsOf(points);
        assertThat(calls).hasSizeGreaterThan(ENOUGH);
        assertThat(rings(pushed)).isGreaterThan(calls.size());
        assertThatPlantedFaultsAreFound(pushed, calls);
    }

    @Test
    void aRingWhoseOwnerDiesComesInTime() {
        // Given
        assertThat(stage.longestWithoutOwner()).isLessThanOrEqualTo(PROMISED);
        var owner = stage.replicas().getFirst();
        owner.order(CrashPoint.PUSH_EVENT_TAKEN.order(1));

        // When
        List<ToldCall> calls = new ArrayList<>();
        while (owner.isAlive() && calls.size() < MOST) {
            var call = new ToldCall(callees.get(calls.size() % CALLEES), RING, probe::send);
            calls.add(call);
            call.initiate();
            call.beReady();
            Condition.within(A_MOMENT, () -> !owner.isAlive());
        }

        // Then
        assertThat(owner.hasObeyed()).isTrue();
        Awaitility.await().atMost(PATIENCE).until(() -> ringsOf(calls).size() == 3 * calls.size());
        LOG.info("{} calls; the longest delay of a ring was {} ms", calls.size(), longestDelay(calls));
        assertThat(ringsOf(calls))
                .allMatch(ring -> ring.at().isBefore(call(calls, ring).deadline()));
        calls.forEach(ToldCall::cancel);
        stage.awaitQuiet();
    }

    private static void leaveAndJoin(Replica replica) {
        replica.stop();
        stage.makeWhole();
    }

    private static void assertThatPlantedFaultsAreFound(List<Pushed> pushed, List<Rung> calls) {
        var planted = new Planted(pushed, calls);
        assertThat(found(planted.secondRing(), calls)).contains(Kind.SECOND_RING);
        assertThat(found(planted.noStop(), calls)).contains(Kind.MISSING_STOP);
        assertThat(found(planted.ringAfterStop(), calls)).contains(Kind.RING_AFTER_END);
        assertThat(found(planted.ringAfterDeadline(), calls)).contains(Kind.RING_AFTER_DEADLINE);
    }

    private static List<Kind> found(List<Pushed> pushed, List<Rung> calls) {
        return PushRules.check(pushed, calls, reported()).stream()
                .map(PushFinding::kind)
                .toList();
    }

    /** The deliveries of which somebody told what became of them. */
    private static Set<String> reported() {
        return probe.records().stream()
                .flatMap(record -> EventWire.event(record).stream())
                .filter(DeliveryReported.class::isInstance)
                .map(DeliveryReported.class::cast)
                .map(DeliveryReported::subject)
                .collect(Collectors.toSet());
    }

    private static List<Pushed> ofCalls(List<Pushed> all, List<Rung> calls) {
        var ids = calls.stream().map(Rung::callId).collect(Collectors.toSet());
        return all.stream().filter(push -> ids.contains(push.callId())).toList();
    }

    private static long rings(List<Pushed> pushed) {
        return pushed.stream().filter(Pushed::isRing).count();
    }

    private static List<Pushed> ringsOf(List<ToldCall> calls) {
        return ofCalls(services.log().all(), calls.stream().map(ToldCall::rung).toList()).stream()
                .filter(Pushed::isRing)
                .toList();
    }

    private static long longestDelay(List<ToldCall> calls) {
        return ringsOf(calls).stream()
                .flatMapToLong(ring ->
                        LongStream.of(Duration.between(call(calls, ring).rung().begun(), ring.at())
                                .toMillis()))
                .max()
                .orElse(0);
    }

    private static ToldCall call(List<ToldCall> calls, Pushed ring) {
        return calls.stream()
                .filter(call -> call.callId().equals(ring.callId()))
                .findFirst()
                .orElseThrow();
    }
}
