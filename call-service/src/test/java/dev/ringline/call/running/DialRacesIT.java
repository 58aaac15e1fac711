package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.call.running.CallClient.Answer;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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

/** Dials that meet each other. */
@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DialRacesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int ROUNDS = 6;

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
    void makesOneOngoingCallOfTwoUsersWhoDialEachOther() {
        // When
        List<Answer> answers = stage.race(() -> alice.tryDial(bob, "video"), () -> bob.tryDial(alice, "audio"));

        // Then
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 200);
        String call = onlyCallOf(answers);
        assertThat(alice.get(call).text("status")).isEqualTo("ongoing");
        assertThat(alice.get(call).text("media")).isEqualTo("audio");
        assertThat(evidence.toldOf(call)).containsExactly("initiated", "answered");
    }

    @RepeatedTest(ROUNDS)
    void makesOneCallOfTwoDialsOfAPairWithKeysOfTheirOwn() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        List<Answer> answers = stage.race(
                () -> alice.tryDialWithKey(bob, key),
                () -> alice.tryDialWithKey(bob, key),
                () -> bob.tryDialWithKey(alice, key),
                () -> bob.tryDialWithKey(alice, key));

        // Then
        String call = onlyCallOf(answers);
        assertThat(alice.tryDialWithKey(bob, key).callId()).isEqualTo(call);
        assertThat(bob.tryDialWithKey(alice, key).callId()).isEqualTo(call);
        assertThat(evidence.toldOf(call)).containsExactly("initiated", "answered");
    }

    @RepeatedTest(ROUNDS)
    void ringsOneOfManyUsersWhomOneUserDialsAtOnce() {
        // Given
        List<CallClient> callees =
                IntStream.range(0, 5).mapToObj(_ -> stage.enter("callee")).toList();

        // When
        List<Answer> answers = stage.race(
                callees.stream().map(callee -> () -> alice.on(callee.user()).tryDial(callee)));

        // Then
        List<Answer> rung = withStatus(answers, 201);
        List<Answer> refused = withStatus(answers, 409);
        assertThat(rung).hasSize(1);
        assertThat(refused).hasSize(4).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("already-in-call");
            assertThat(answer.callId()).isEqualTo(rung.getFirst().callId());
        });
    }

    @RepeatedTest(ROUNDS)
    void ringsOnceWhenAllDevicesOfAUserDialTheSameUser() {
        // When
        List<Answer> answers =
                stage.race(devices(6).map(device -> () -> alice.on(device).tryDial(bob)));

        // Then
        assertThat(withStatus(answers, 201)).hasSize(1);
        assertThat(withStatus(answers, 200)).hasSize(5);
        assertThat(evidence.toldOf(onlyCallOf(answers)))
                .startsWith("initiated")
                .filteredOn(told -> !told.equals("moved"))
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void makesOneCallOfManyDialsWithOneKey() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        List<Answer> answers = stage.race(devices(20).map(_ -> () -> alice.tryDialWithKey(bob, key)));

        // Then
        assertThat(withStatus(answers, 201)).hasSize(1);
        assertThat(withStatus(answers, 200)).hasSize(19);
        assertThat(evidence.callsOf(stage.users())).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void takesAKeyForOneOfTwoDialsOnly() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        List<Answer> answers = stage.race(() -> alice.tryDialWithKey(bob, key), () -> alice.tryDialWithKey(carol, key));

        // Then
        assertThat(withStatus(answers, 201)).hasSize(1);
        assertThat(withStatus(answers, 409))
                .singleElement()
                .satisfies(answer -> assertThat(answer.code()).isEqualTo("idempotency-key-reused"))
                .satisfies(answer -> assertThat(answer.callId()).isEqualTo(onlyCallOf(answers)));
    }

    @RepeatedTest(ROUNDS)
    void makesMissedCallsOnlyOfDialsToAUserInAnotherCall() {
        // Given
        carol.post(bob.dial(carol), "answer");

        // When
        List<Answer> answers = stage.race(
                IntStream.range(0, 4).mapToObj(_ -> stage.enter("caller")).map(caller -> () -> caller.tryDial(bob)));

        // Then
        assertThat(answers).hasSize(4).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.text("status")).isEqualTo("missed");
            assertThat(answer.text("endReason")).isEqualTo("busy");
            assertThat(evidence.toldOf(answer.callId())).containsExactly("ended");
        });
    }

    @RepeatedTest(ROUNDS)
    void dialsAgainOrAnswersWhenTheCalleeDialsWhileTheCallerCancels() {
        // Given
        String call = alice.dial(bob);

        // When
        List<Answer> answers = stage.race(() -> alice.post(call, "end"), () -> bob.tryDial(alice));

        // Then
        Answer dial = answers.getLast();
        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(dial.status()).isEqualTo(dial.callId().equals(call) ? 200 : 201);
        assertThat(alice.get(call).text("endReason"))
                .isEqualTo(dial.callId().equals(call) ? "hangup" : "caller_cancelled");
    }

    @Test
    void ringsThreeUsersWhoDialInACircle() {
        // When
        List<Answer> answers =
                stage.race(() -> alice.tryDial(bob), () -> bob.tryDial(carol), () -> carol.tryDial(alice));

        // Then
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(carol.post(answers.get(1).callId(), "answer").status()).isEqualTo(200);
        assertThat(carol.get(answers.get(2).callId()).text("endReason")).isEqualTo("caller_cancelled");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(alice.get(answers.get(0).callId()).text("endReason"))
                                .isEqualTo("busy"));
    }

    @Test
    void answersARedialWithTheLiveCallAsItIs() {
        // Given
        String call = alice.dial(bob);

        // When
        Answer whileRinging = alice.tryDial(bob, "audio");
        bob.post(call, "answer");
        Answer whileOngoing = alice.on("tablet").tryDial(bob);
        Answer backwards = bob.tryDial(alice);

        // Then
        assertThat(List.of(whileRinging, whileOngoing, backwards)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.callId()).isEqualTo(call);
            assertThat(answer.text("media")).isEqualTo("video");
        });
        assertThat(evidence.toldOf(call)).containsExactly("initiated", "answered", "moved");
    }

    @Test
    void answersARepeatedDialWithItsCallAsItIsNow() {
        // Given
        String key = UUID.randomUUID().toString();
        Answer first = alice.tryDialWithKey(bob, key);
        alice.post(first.callId(), "end");

        // When
        Answer repeated = alice.tryDialWithKey(bob, key);

        // Then
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.callId()).isEqualTo(first.callId());
        assertThat(repeated.text("status")).isEqualTo("missed");
        assertThat(repeated.body().get("join").isNull()).isTrue();
        assertThat(evidence.callsOf(stage.users())).hasSize(1);
    }

    @Test
    void answersARepeatedDialOfABusyUserWithItsMissedCall() {
        // Given
        String key = UUID.randomUUID().toString();
        String other = bob.dial(carol);
        carol.post(other, "answer");
        Answer busy = alice.tryDialWithKey(bob, key);
        carol.post(other, "end");

        // When
        Answer repeated = alice.tryDialWithKey(bob, key);

        // Then
        assertThat(busy.status()).isEqualTo(201);
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.body()).isEqualTo(busy.body());
    }

    @Test
    void refusesAKeyThatCameWithAnotherDial() {
        // Given
        String key = UUID.randomUUID().toString();
        Answer first = alice.tryDialWithKey(bob, key);

        // When
        Answer otherCallee = alice.tryDialWithKey(carol, key);
        Answer otherUser = carol.tryDialWithKey(stage.enter("dave"), key);

        // Then
        assertThat(otherCallee.status()).isEqualTo(409);
        assertThat(otherCallee.code()).isEqualTo("idempotency-key-reused");
        assertThat(otherCallee.callId()).isEqualTo(first.callId());
        assertThat(otherUser.status()).isEqualTo(201);
    }

    private static Stream<String> devices(int count) {
        return IntStream.range(0, count).mapToObj(device -> "device-" + device);
    }

    private static List<Answer> withStatus(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).toList();
    }

    private static String onlyCallOf(List<Answer> answers) {
        assertThat(answers.stream().map(Answer::callId).distinct()).hasSize(1);
        return answers.getFirst().callId();
    }
}
