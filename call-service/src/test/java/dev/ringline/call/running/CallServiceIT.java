package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.CallEvent.CallAlerting;
import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.Event;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CallServiceIT {

    @AutoClose
    private final EventProbe events = EventProbe.start();

    private CallClient alice;
    private CallClient bob;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        alice = CallClient.of(port, "alice");
        bob = CallClient.of(port, "bob");
    }

    @Test
    void tellsACallFromDialToHangUpInOrder() {
        // Given
        String call = alice.dial(bob);
        bob.post(call, "alerting");
        bob.post(call, "answer");
        events.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));
        events.await(CallReady.class, call);

        // When
        JsonNode ended = alice.post(call, "end").body();

        // Then
        events.await(CallEnded.class, call);
        assertThat(events.seen(call).stream().filter(CallServiceIT::isCallEvent))
                .extracting(event -> event.getClass().getSimpleName(), Event::sequence)
                .containsExactly(
                        tuple(CallInitiated.class, 1),
                        tuple(CallAlerting.class, 2),
                        tuple(CallAnswered.class, 3),
                        tuple(CallReady.class, 4),
                        tuple(CallEnded.class, 5));
        assertThat(ended.get("status").asString()).isEqualTo("completed");
        assertThat(ended.get("join").isNull()).isTrue();
    }

    @Test
    void givesEachHoldingDeviceItsOwnTokenAndNobodyElseAny() {
        // Given
        String call = alice.dial(bob);
        events.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));
        events.await(CallReady.class, call);

        // When
        JsonNode answered = bob.post(call, "answer").body();

        // Then
        assertThat(answered.at("/join/authToken").asString()).isEqualTo("token-of-" + bob.user());
        assertThat(alice.get(call).body().at("/join/authToken").asString()).isEqualTo("token-of-" + alice.user());
        assertThat(alice.on("tablet").get(call).body().get("join").isNull()).isTrue();
        assertThat(bob.on("tablet").get(call).body().get("join").isNull()).isTrue();
        assertThat(bob.on("tablet").post(call, "answer"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(409))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo("answered-elsewhere"));
    }

    @Test
    void answersARepeatedAnswerWithTheSameGrant() {
        // Given
        String call = alice.dial(bob);
        events.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));
        events.await(CallReady.class, call);
        JsonNode first = bob.post(call, "answer").body();

        // When
        JsonNode second = bob.post(call, "answer").body();

        // Then
        assertThat(second.get("join")).isEqualTo(first.get("join"));
        assertThat(second.get("answeredAt")).isEqualTo(first.get("answeredAt"));
        assertThat(events.seen(CallAnswered.class, call)).hasSize(1);
    }

    @Test
    void endsACallWhoseMeetingCannotBeHad() {
        // Given
        String call = alice.dial(bob);

        // When
        events.publish("/meeting-provisioner", new MeetingProvisioningFailed(call, 1, "unavailable"));

        // Then
        CallEnded ended = events.await(CallEnded.class, call);
        assertThat(ended.reason()).isEqualTo(dev.ringline.contracts.EndReason.PROVISIONING_FAILED);
        assertThat(alice.get(call).body().get("status").asString()).isEqualTo("failed");
    }

    @Test
    void endsARingByItselfAndTellsTheCalleeOfTheMissedCall() {
        // Given
        String call = alice.dialBriefly(bob);

        // When
        CallEnded ended = events.await(CallEnded.class, call);

        // Then
        assertThat(ended.reason()).isEqualTo(dev.ringline.contracts.EndReason.NO_ANSWER);
        assertThat(ended.notifyMissed()).isTrue();
        assertThat(ended.endedBy()).isEqualTo("system");
    }

    @Test
    void failsAnAnsweredCallThatGetsNoMeeting() {
        // Given
        String call = alice.dial(bob);

        // When
        bob.post(call, "answer");

        // Then
        CallEnded ended = events.await(CallEnded.class, call);
        assertThat(ended.reason()).isEqualTo(dev.ringline.contracts.EndReason.PROVISIONING_FAILED);
    }

    @Test
    void hidesACallFromStrangers() {
        // Given
        String call = alice.dial(bob);
        CallClient mallory = alice.as("mallory");

        // When
        List<CallClient.Answer> answers = List.of(
                mallory.get(call),
                mallory.post(call, "answer"),
                mallory.post(call, "end"),
                mallory.post(call, "alerting"),
                mallory.post(call, "decline"));

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("call-not-found");
        });
    }

    @Test
    void wakesALongPollWhenACallComes() throws Exception {
        // Given
        var poll = bob.async(() -> bob.list("/v1/calls/incoming?wait=20"));

        // When
        String call = alice.dial(bob);

        // Then
        assertThat(poll.get().body().at("/items/0/callId").asString()).isEqualTo(call);
    }

    @Test
    void pagesThroughTheHistoryNewestFirst() {
        // Given
        for (int round = 0; round < 3; round++) {
            alice.post(alice.dial(bob), "end");
        }

        // When
        JsonNode first = alice.list("/v1/calls?limit=2").body();
        JsonNode second = alice.list(
                        "/v1/calls?limit=2&before=" + first.get("next").asString())
                .body();

        // Then
        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(first.at("/items/0/createdAt").asString())
                .isGreaterThanOrEqualTo(first.at("/items/1/createdAt").asString());
    }

    @Test
    void letsACallGoOnWhoseTokensCannotBeOpened() {
        // Given
        String call = alice.dial(bob);
        events.publish("/meeting-provisioner", Meetings.unreadable(call, alice, bob));
        events.await(CallReady.class, call);

        // When
        CallClient.Answer answer = bob.post(call, "answer");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("ongoing");
        assertThat(answer.body().get("join").isNull()).isTrue();
    }

    @Test
    void showsOperatorsWhatCallsDo(@Autowired MeterRegistry metrics) {
        // Given
        alice.dial(bob);
        CallClient carol = alice.as("carol");
        CallClient dave = alice.as("dave");
        String call = carol.dial(dave);
        dave.post(call, "answer");

        // When
        carol.post(call, "end");

        // Then
        assertThat(metrics.get("ringline.calls.ended")
                        .tags("status", "completed", "reason", "hangup", "media", "video")
                        .counter()
                        .count())
                .isPositive();
        assertThat(metrics.get("ringline.call.time_to_answer").timer().count()).isPositive();
        await().until(() -> metrics.get("ringline.calls.active")
                        .tag("phase", "dialing")
                        .gauge()
                        .value()
                > 0);
        assertThat(List.of("ringline.timer.lateness", "ringline.outbox.lag", "ringline.dead_letters"))
                .allSatisfy(name -> assertThat(metrics.find(name).meters()).isNotEmpty());
    }

    private static org.assertj.core.groups.Tuple tuple(Class<?> type, long sequence) {
        return org.assertj.core.api.Assertions.tuple(type.getSimpleName(), sequence);
    }

    private static boolean isCallEvent(Event event) {
        return event instanceof dev.ringline.contracts.CallEvent;
    }
}
