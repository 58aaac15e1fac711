package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.call.running.CallClient.Answer;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Answers, declines, ends and deadlines that meet each other. */
@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AnswerRacesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int ROUNDS = 6;
    private static final Duration ANSWER_GRACE = Duration.ofMillis(1500);

    @AutoClose
    private static final EventProbe EVENTS = EventProbe.start();

    @Autowired
    private MongoTemplate mongo;

    private Evidence evidence;
    private Stage stage;
    private CallClient alice;
    private CallClient bob;
    private CallClient carol;

    @BeforeEach
    void enter(@LocalServerPort int port) {
        evidence = new Evidence(mongo, EVENTS);
        stage = new Stage(port);
        alice = stage.enter("alice");
        bob = stage.enter("bob");
        carol = stage.enter("carol");
    }

    @AfterEach
    void leavesCallsAndEventsInOrder() {
        evidence.check(stage.users());
    }

    @RepeatedTest(ROUNDS)
    void letsOneOfManyDevicesAnswerAndGivesNoOtherAToken() {
        // Given
        String call = alice.dial(bob);
        EVENTS.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));
        EVENTS.await(CallReady.class, call);
        List<CallClient> devices = IntStream.range(0, 6)
                .mapToObj(device -> bob.on("device-" + device))
                .toList();

        // When
        List<Answer> answers = stage.race(devices.stream().map(device -> () -> device.post(call, "answer")));

        // Then
        assertThat(withStatus(answers, 200))
                .singleElement()
                .satisfies(
                        answer -> assertThat(answer.body().at("/join/authToken").asString())
                                .isEqualTo("token-of-" + bob.user()));
        assertThat(withStatus(answers, 409)).hasSize(5).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("answered-elsewhere");
            assertThat(answer.body().at("/call/join").isNull()).isTrue();
        });
        assertThat(devices.stream()
                        .filter(device -> device.get(call).body().get("join").isObject()))
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void answersOrCancelsButNeverBoth() {
        // Given
        String call = alice.dial(bob);

        // When
        List<Answer> answers = stage.race(() -> alice.post(call, "end"), () -> bob.post(call, "answer"));

        // Then
        Answer end = answers.getFirst();
        Answer answer = answers.getLast();
        assertThat(end.status()).isEqualTo(200);
        if (answer.status() == 200) {
            assertThat(end.text("endReason")).isEqualTo("hangup");
            assertThat(evidence.toldOf(call)).containsExactly("initiated", "answered", "ended");
        } else {
            assertThat(answer.code()).isEqualTo("call-ended");
            assertThat(end.text("endReason")).isEqualTo("caller_cancelled");
            assertThat(evidence.toldOf(call)).containsExactly("initiated", "ended");
        }
    }

    @RepeatedTest(ROUNDS)
    void endsARingOnceWhoeverWantsItToStop() {
        // Given
        String call = alice.dial(bob);

        // When
        List<Answer> answers = stage.race(
                () -> alice.post(call, "end"),
                () -> bob.post(call, "decline"),
                () -> bob.on("tablet").post(call, "end"),
                () -> bob.on("laptop").post(call, "decline"));

        // Then
        assertSameEnd(answers);
        assertThat(evidence.toldOf(call)).containsExactly("initiated", "ended");
    }

    @RepeatedTest(ROUNDS)
    void endsACallOnceWhoeverHangsUp() {
        // Given
        String call = alice.dial(bob);
        bob.post(call, "answer");

        // When
        List<Answer> answers = stage.race(Stream.of(alice, bob, alice.on("tablet"), bob.on("tablet"))
                .map(device -> () -> device.post(call, "end")));

        // Then
        assertSameEnd(answers);
        assertThat(answers).allMatch(answer -> answer.text("endReason").equals("hangup"));
        assertThat(evidence.toldOf(call)).containsExactly("initiated", "answered", "ended");
    }

    @RepeatedTest(ROUNDS)
    void letsAUserAnswerOneOfTwoCallers() {
        // Given
        String ofAlice = alice.dial(bob);
        String ofCarol = carol.dial(bob);

        // When
        List<Answer> answers = stage.race(
                () -> bob.post(ofAlice, "answer"), () -> bob.on("tablet").post(ofCarol, "answer"));

        // Then
        Answer taken = only(withStatus(answers, 200));
        Answer refused = only(withStatus(answers, 409));
        assertThat(refused.code()).isIn("already-in-call", "call-ended");
        assertThat(taken.text("status")).isEqualTo("ongoing");
    }

    @RepeatedTest(ROUNDS)
    void ordersTheAnswerOfOneDeviceAndTheDialBackOfAnother() {
        // Given
        String call = alice.dial(bob);

        // When
        List<Answer> answers = stage.race(
                () -> bob.post(call, "answer"), () -> bob.on("tablet").tryDial(alice));

        // Then
        Answer answer = answers.getFirst();
        Answer dial = answers.getLast();
        assertThat(dial.status()).isEqualTo(200);
        assertThat(dial.callId()).isEqualTo(call);
        assertThat(dial.body().get("heldByThisDevice").asBoolean()).isTrue();
        assertThat(answer.status()).isIn(200, 409);
        assertThat(evidence.toldOf(call))
                .isEqualTo(
                        answer.status() == 200
                                ? List.of("initiated", "answered", "moved")
                                : List.of("initiated", "answered"));
    }

    @Test
    void endsTheOwnDialOfAUserWhoAnswers() {
        // Given
        String own = bob.dial(carol);
        String call = alice.dial(bob);

        // When
        Answer answer = bob.post(call, "answer");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(bob.get(own).text("endReason")).isEqualTo("caller_cancelled");
        assertThat(evidence.toldOf(own)).containsExactly("initiated", "ended");
    }

    @RepeatedTest(ROUNDS * 2)
    void neverHangsUpAnOwnDialThatIsAnsweredMeanwhile() {
        // Given
        String own = bob.dial(carol);
        String call = alice.dial(bob);

        // When
        List<Answer> answers = stage.race(() -> bob.post(call, "answer"), () -> carol.post(own, "answer"));

        // Then
        Answer taken = only(withStatus(answers, 200));
        Answer refused = only(withStatus(answers, 409));
        boolean ownIsTaken = taken.callId().equals(own);
        assertThat(refused.code()).isIn(ownIsTaken ? List.of("already-in-call", "call-ended") : List.of("call-ended"));
        assertThat(bob.get(own).text("status")).isEqualTo(ownIsTaken ? "ongoing" : "missed");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(bob.get(call).text("status")).isEqualTo(ownIsTaken ? "missed" : "ongoing"));
    }

    @RepeatedTest(ROUNDS)
    void leavesAtMostOneCallWhenACircleIsAnsweredAtOnce() {
        // Given
        String first = alice.dial(bob);
        String second = bob.dial(carol);
        String third = carol.dial(alice);

        // When
        List<Answer> answers = stage.race(
                () -> bob.post(first, "answer"), () -> carol.post(second, "answer"), () -> alice.post(third, "answer"));

        // Then
        assertThat(withStatus(answers, 200)).hasSizeLessThan(2);
        assertThat(withStatus(answers, 409)).allMatch(answer -> answer.code().matches("call-ended|already-in-call"));
        assertThat(withStatus(answers, 200).size() + withStatus(answers, 409).size())
                .isEqualTo(3);
    }

    @Test
    void endsOrAnswersARingWhoseTimeIsOver() {
        // Given
        List<String> calls = IntStream.range(0, 24)
                .mapToObj(_ -> stage.enter("caller").dialBriefly(stage.enter("callee")))
                .toList();
        List<Supplier<Answer>> commands = IntStream.range(0, calls.size())
                .mapToObj(index -> lastMoment(calls.get(index), index % 3))
                .toList();

        // When
        List<Answer> answers = stage.race(commands.stream());

        // Then
        for (int index = 0; index < calls.size(); index++) {
            Answer answer = answers.get(index);
            List<String> told = evidence.toldOf(calls.get(index));
            if (answer.status() == 409) {
                assertThat(answer.code()).isEqualTo("call-ended");
                assertThat(answer.body().at("/call/endReason").asString()).isEqualTo("no_answer");
                assertThat(told).containsExactly("initiated", "ended");
            } else if (answer.text("status").equals("ongoing")) {
                assertThat(told).startsWith("initiated", "answered");
            } else {
                assertThat(answer.text("endReason")).isIn("no_answer", "declined", "caller_cancelled");
                assertThat(told).containsExactly("initiated", "ended");
            }
        }
    }

    /** Answers, declines or cancels at the moment at which the service ends the ring. */
    private Supplier<Answer> lastMoment(String call, int kind) {
        var stored = evidence.call(call);
        CallClient callee = alice.user(stored.getString("calleeId"));
        CallClient caller = alice.user(stored.getString("callerId"));
        Instant end = stored.getDate("ringDeadline").toInstant().plus(ANSWER_GRACE);
        return () -> {
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> !Instant.now().isBefore(end.minusMillis(2)));
            return switch (kind) {
                case 0 -> callee.post(call, "answer");
                case 1 -> callee.post(call, "decline");
                default -> caller.post(call, "end");
            };
        };
    }

    private static void assertSameEnd(List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream()
                        .map(answer -> answer.text("endedAt") + answer.text("endReason") + answer.text("version")))
                .containsOnly(answers.getFirst().text("endedAt")
                        + answers.getFirst().text("endReason")
                        + answers.getFirst().text("version"));
    }

    private static List<Answer> withStatus(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).toList();
    }

    private static Answer only(List<Answer> answers) {
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }
}
