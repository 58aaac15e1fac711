package dev.ringline.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.AdjustableClock;
import dev.ringline.notification.CallNews;
import dev.ringline.notification.InMemoryProjection;
import dev.ringline.notification.LiveCall;
import dev.ringline.notification.LiveCalls;
import dev.ringline.notification.Projection;
import dev.ringline.notification.Story;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Connects at every point between an event's arrival at the window, at the group and in the store: all interleavings of a
 * call's events with the steps of a connect, one after the other.
 */
class GapFreeTest {

    /** Before the registration, between it and the window's answer, and so on; after the last the stream is open. */
    private static final int POINTS = 5;

    private static final int BEFORE_REGISTRATION = 0;
    private static final int REGISTERED = 1;
    private static final int WINDOW_READ = 2;
    private static final int PROJECTION_READ = 3;
    private static final int OPEN = 4;

    @Test
    void neitherLosesNorRepeatsAnythingWhereverTheConnectFalls() {
        for (List<Integer> learnedAt : arrivals(3)) {
            for (List<Integer> storedAt : arrivals(3)) {
                // Given
                Run run = new Run(learnedAt, storedAt, false);
                // When
                List<Long> versions = run.connect();
                // Then
                assertThat(versions)
                        .as("learned at %s, stored at %s", learnedAt, storedAt)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .last()
                        .isEqualTo(30L);
            }
        }
    }

    @Test
    void losesNothingThatLeavesTheWindowDuringTheConnect() {
        for (List<Integer> storedAt : arrivals(3)) {
            for (int forgottenAt = 0; forgottenAt < POINTS; forgottenAt++) {
                // Given
                Run run = new Run(List.of(0, 0, 0), storedAt, true);
                run.forgetAt = forgottenAt;
                // When
                List<Long> versions = run.connect();
                // Then
                assertThat(versions)
                        .as("stored at %s, forgotten at %d", storedAt, forgottenAt)
                        .containsExactly(30L);
            }
        }
    }

    @Test
    void ringsExactlyOnceUnlessItIsOver() {
        for (List<Integer> learnedAt : arrivals(1)) {
            for (List<Integer> storedAt : arrivals(1)) {
                // Given
                Run run = new Run(learnedAt, storedAt, false);
                // When
                List<Long> versions = run.connect();
                // Then
                assertThat(versions)
                        .as("learned at %s, stored at %s", learnedAt, storedAt)
                        .containsExactly(10L);
            }
        }
    }

    /** All ways in which so many events, in order, arrive at the points. */
    private static List<List<Integer>> arrivals(int events) {
        List<List<Integer>> all = new ArrayList<>();
        extend(List.of(), events, all);
        return all;
    }

    private static void extend(List<Integer> begun, int events, List<List<Integer>> all) {
        if (begun.size() == events) {
            all.add(begun);
            return;
        }
        int from = begun.isEmpty() ? 0 : begun.getLast();
        for (int point = from; point < POINTS; point++) {
            List<Integer> longer = new ArrayList<>(begun);
            longer.add(point);
            extend(List.copyOf(longer), events, all);
        }
    }

    /** One connect of bob's phone with the events of one call around it. */
    private static final class Run {

        private final AdjustableClock clock = new AdjustableClock(Story.DIALLED.plusSeconds(5));
        private final SteppedProjection projection = new SteppedProjection(this::pass);
        private final LiveCalls calls = new LiveCalls(projection, clock);
        private final Connections connections = new Connections(
                new StreamProperties(10, 10, 10, Duration.ofSeconds(15), Duration.ofSeconds(1)),
                new StreamMetrics(new SimpleMeterRegistry()),
                clock,
                () -> true);
        private final List<CallNews> story;
        private final List<Integer> learnedAt;
        private final List<Integer> storedAt;
        private final boolean old;
        private int forgetAt = -1;

        Run(List<Integer> learnedAt, List<Integer> storedAt, boolean old) {
            Story told = Story.begin();
            this.story = List.of(told.initiated(), told.answered("bob-phone"), told.ready())
                    .subList(0, learnedAt.size());
            this.learnedAt = learnedAt;
            this.storedAt = storedAt;
            this.old = old;
        }

        /** The versions of the call that the client was told, in order. */
        List<Long> connect() {
            List<Long> versions = new ArrayList<>();
            connections.start();
            pass(BEFORE_REGISTRATION);
            Connection connection = connections.register(new StreamOwner("bob", "bob-phone", null, Instant.MAX));
            connection.frames().subscribe(bytes -> versions.addAll(versionsIn(bytes)));
            pass(REGISTERED);
            var snapshot = calls.snapshot("bob", "bob-phone");
            connections.open(connection, snapshot);
            pass(OPEN);
            return versions;
        }

        private void pass(int point) {
            learn(point);
            store(point);
            if (point == forgetAt) {
                calls.forget();
            }
        }

        private void learn(int point) {
            for (int event = 0; event < story.size(); event++) {
                if (learnedAt.get(event) == point) {
                    calls.learn(story.get(event)).orElseThrow().forEach(connections::deliver);
                }
            }
            if (old && point == BEFORE_REGISTRATION) {
                clock.advance(LiveCalls.LOOK_BACK.plusSeconds(1));
            }
        }

        private void store(int point) {
            for (int event = 0; event < story.size(); event++) {
                if (storedAt.get(event) == point) {
                    calls.store(story.get(event).call());
                }
            }
        }

        private static List<Long> versionsIn(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            JsonNode data = JsonMapper.shared().readTree(text.substring(text.indexOf("data: ") + 6));
            return data.has("calls")
                    ? data.get("calls").valueStream().map(Run::version).toList()
                    : List.of(version(data));
        }

        private static long version(JsonNode call) {
            return call.get("version").asLong();
        }
    }

    /** Lets things happen right before and right after the store is asked for a user's calls. */
    private record SteppedProjection(Projection inner, IntConsumer pass) implements Projection {

        SteppedProjection(IntConsumer pass) {
            this(new InMemoryProjection(), pass);
        }

        @Override
        public List<LiveCall> of(String userId, Instant moment, Collection<String> callIds) {
            pass.accept(WINDOW_READ);
            List<LiveCall> found = inner.of(userId, moment, callIds);
            pass.accept(PROJECTION_READ);
            return found;
        }

        @Override
        public boolean store(LiveCall call) {
            return inner.store(call);
        }

        @Override
        public Optional<LiveCall> find(String callId) {
            return inner.find(callId);
        }

        @Override
        public Map<String, Long> sequences(Collection<String> callIds) {
            return inner.sequences(callIds);
        }
    }
}
