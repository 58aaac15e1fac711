package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.call.Calls;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallRules;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.CallRules.Manner;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Media;
import dev.ringline.call.running.CallClient.Answer;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An instance dies with Kafka away, events unpublished and a phone ringing. Then others start. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ANSWER_GRACE = Duration.ofMillis(1500);
    private static final String NAME = "crash-" + UUID.randomUUID();

    private static EventProbe events;
    private static Instance instance;
    private static Evidence evidence;
    private static Stage stage;
    private static String unanswered;
    private static String answered;
    private static String cancelled;

    @BeforeAll
    static void dieAndStartAgain() {
        Infrastructure parts = Infrastructure.shared();
        events = EventProbe.start();
        try (Instance dying = Instance.start(NAME)) {
            stage = new Stage(dying.port());
            unanswered = stage.enter("alice").dialBriefly(stage.enter("bob"));
            parts.takeKafkaDown();
            answered = leaveAnAnsweredCall();
            cancelled = leaveACancelledCall();
        } finally {
            parts.bringKafkaBack();
        }
        Instant ringOver = Instant.now().plusSeconds(5).plus(ANSWER_GRACE);
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(ringOver));
        instance = Instance.start(NAME);
        evidence = new Evidence(instance.bean(MongoTemplate.class), events);
    }

    private static String leaveAnAnsweredCall() {
        CallClient callee = stage.enter("dave");
        String call = stage.enter("carol").dial(callee);
        callee.post(call, "alerting");
        callee.post(call, "answer");
        return call;
    }

    private static String leaveACancelledCall() {
        CallClient caller = stage.enter("erin");
        String call = caller.dial(stage.enter("frank"));
        caller.post(call, "end");
        return call;
    }

    @AfterAll
    static void end() {
        instance.close();
        events.close();
    }

    @Test
    void publishesInOrderWhatTheDeadInstanceStored() {
        assertThat(evidence.toldOf(answered)).startsWith("initiated", "alerting", "answered");
        assertThat(evidence.toldOf(cancelled)).containsExactly("initiated", "ended");
        evidence.check(stage.users());
    }

    @Test
    void endsTheRingWhoseTimePassedWhileNobodyRan() {
        // When
        await().atMost(PATIENCE).until(() -> evidence.call(unanswered).getString("state"), "ENDED"::equals);

        // Then
        assertThat(evidence.call(unanswered).get("ending", Document.class)).containsEntry("reason", "NO_ANSWER");
        assertThat(evidence.toldOf(unanswered)).containsExactly("initiated", "ended");
    }

    @Test
    void endsEachCallOnceWithTwoInstances() {
        try (Instance other = Instance.start(NAME)) {
            // Given
            Stage both = new Stage(instance.port());
            List<String> ringing = IntStream.range(0, 10)
                    .mapToObj(_ -> both.enter("caller").dialBriefly(both.enter("callee")))
                    .toList();
            CallClient alice = both.enter("alice");
            String hungUp = alice.dial(both.enter("bob"));

            // When
            List<Answer> answers = both.race(
                    () -> alice.post(hungUp, "end"),
                    () -> alice.at(other.port()).post(hungUp, "end"));

            // Then
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            await().atMost(PATIENCE)
                    .until(() -> ringing.stream()
                            .allMatch(call ->
                                    evidence.call(call).getString("state").equals("ENDED")));
            evidence.check(both.users());
        }
    }

    @Test
    void tellsNobodyOfARingToATakenUserWhoseDialDiedBeforeItLookedAgain() {
        // Given
        Stage here = new Stage(instance.port());
        CallClient bob = here.enter("bob");
        bob.post(here.enter("carol").dial(bob), "answer");
        Actor alice = new Actor(here.enter("alice").user(), "phone");
        DialRequest dial = new DialRequest(alice, bob.user(), "c", false, Media.AUDIO, null, null);
        String callId = UUID.randomUUID().toString();

        // When
        instance.bean(Calls.class).insert(ring(callId, dial), () -> false);

        // Then
        await().atMost(PATIENCE).until(() -> evidence.call(callId).getString("state"), "ENDED"::equals);
        assertThat(evidence.call(callId).get("ending", Document.class)).containsEntry("reason", "BUSY");
        evidence.check(here.users());
    }

    private static Accepted ring(String callId, DialRequest dial) {
        return instance.bean(CallRules.class).ring(callId, dial, new Manner.Aloud(false), Instant.now());
    }

    @Test
    void answersWhoeverWaitsForACallBeforeItStops() {
        // Given
        Instance stopping = Instance.start(NAME);
        CallClient bob = CallClient.of(stopping.port(), "bob");
        var poll = bob.async(() -> bob.list("/v1/calls/incoming?wait=25"));
        await().atMost(PATIENCE).until(() -> active(stopping) > 0);

        // When
        stopping.close();

        // Then
        assertThat(poll.join().status()).isEqualTo(200);
        assertThat(poll.join().body().get("items")).isEmpty();
    }

    /** Requests that are being answered. */
    private static long active(Instance instance) {
        return instance.bean(MeterRegistry.class).find("http.server.requests.active").longTaskTimers().stream()
                .mapToLong(LongTaskTimer::activeTasks)
                .sum();
    }
}
