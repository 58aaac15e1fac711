package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.e2e.phone.Pair;
import dev.ringline.e2e.phone.Patience;
import dev.ringline.e2e.phone.Phone;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One call from the dial to the line in the conversation. */
@OnTheStack
class WholeCallE2E {

    private final World world;

    @AutoClose
    private final Pair pair;

    private final Phone alice;
    private final Phone bob;
    private final Phone tablet;

    WholeCallE2E(World world) {
        this.world = world;
        pair = world.strangers();
        alice = pair.alice();
        bob = pair.bob();
        tablet = pair.tablet();
    }

    @Test
    void ringsEveryDeviceOfTheCallee() {
        // Given
        // When
        var call = alice.dial(bob).expect(201);

        // Then
        assertThat(call.text("status")).isEqualTo("ringing");
        for (var phone : List.of(bob, tablet)) {
            var ring = phone.awaitFrame("call.incoming", call.callId());
            assertThat(ring.text("callerId")).isEqualTo(alice.user());
            assertThat(ring.text("media")).isEqualTo("video");
            assertThat(ring.text("alert")).isEqualTo("ring");
            assertThat(ring.data().path("ringRemainingMs").asLong()).isPositive();
        }
        assertThat(alice.awaitFrame("call.outgoing", call.callId()).text("deviceId"))
                .isEqualTo(alice.device());
    }

    @Test
    void tellsTheCallerThatADeviceRings() {
        // Given
        var callId = alice.dial(bob).expect(201).callId();

        // When
        bob.alerting(callId).expect(200);

        // Then
        assertThat(alice.awaitFrame("call.alerting", callId).text("phase")).isEqualTo("alerting");
    }

    @Test
    void silencesTheDevicesThatDidNotAnswer() {
        // Given
        var callId = alice.dial(bob).expect(201).callId();
        pair.all().forEach(phone -> phone.awaitStatus(callId, "ringing"));

        // When
        bob.answer(callId).expect(200);

        // Then
        assertThat(tablet.awaitFrame("call.stopped", callId).text("reason")).isEqualTo("answered_elsewhere");
        assertThat(bob.awaitFrame("call.answered", callId).text("deviceId")).isEqualTo(bob.device());
        assertThat(alice.awaitFrame("call.answered", callId).text("deviceId")).isEqualTo(alice.device());
        tablet.answer(callId).expectProblem(409, "answered-elsewhere");
    }

    @Test
    void givesEachSideATokenOfItsOwnThatOpensTheMeeting() {
        // Given
        var callId = pair.talking();
        alice.awaitFrame("call.ready", callId);
        bob.awaitFrame("call.ready", callId);

        // When
        var tokens = Stream.of(alice, bob)
                .map(phone -> phone.call(callId).expect(200).joinToken())
                .toList();

        // Then
        assertThat(tokens).doesNotHaveDuplicates().doesNotContain("");
        tokens.forEach(token -> world.simulator().join(token).expect(201));
        assertThat(tablet.call(callId).expect(200).joinToken()).isEmpty();
    }

    @Test
    void endsEverywhereWithOneMessage() {
        // Given
        var callId = pair.talking();

        // When
        bob.end(callId).expect(200);

        // Then
        for (var phone : pair.all()) {
            assertThat(phone.awaitFrame("call.ended", callId).text("reason")).isEqualTo("hangup");
            phone.awaitFrame("message.created", callId);
        }
        assertThat(pair.messageCounts(callId)).containsExactly(1, 1);
        world.story(callId).assertWhole();
        // a later call of the pair comes the same way, so that whatever was to come of this one has come
        var later = pair.talking();
        alice.end(later).expect(200);
        pair.all().forEach(phone -> {
            phone.awaitFrame("message.created", later);
            assertThat(phone.heard(callId)).containsOnlyOnce("call.ended", "message.created");
        });
        assertThat(pair.messageCounts(callId)).containsExactly(1, 1);
    }

    @Test
    void closesTheMeetingAfterTheCall() {
        // Given
        var callId = pair.talking();
        world.events().await(CallReady.class, callId);
        var token = alice.call(callId).expect(200).joinToken();

        // When
        alice.end(callId).expect(200);

        // Then
        Patience.untilAsserted(
                () -> assertThat(world.simulator().join(token).text("code")).isEqualTo("meeting-inactive"));
        assertThat(alice.call(callId).expect(200).joinToken()).isEmpty();
    }

    @Test
    void declinesOnAllDevices() {
        // Given
        var callId = alice.dial(bob).expect(201).callId();

        // When
        bob.decline(callId).expect(200);

        // Then
        assertThat(alice.awaitFrame("call.ended", callId).text("reason")).isEqualTo("declined");
        assertThat(bob.awaitFrame("call.ended", callId).text("reason")).isEqualTo("declined");
        assertThat(tablet.awaitFrame("call.ended", callId).text("reason")).isEqualTo("declined_elsewhere");
        alice.awaitFrame("message.created", callId);
        assertThat(pair.messageCounts(callId)).containsExactly(1, 1);
    }

    @Test
    void fallsSilentWhenTheCallerCancels() {
        // Given
        var callId = alice.dial(bob).expect(201).callId();

        // When
        alice.end(callId).expect(200);

        // Then
        for (var phone : pair.all()) {
            assertThat(phone.awaitFrame("call.ended", callId).text("reason")).isEqualTo("caller_cancelled");
        }
        bob.answer(callId).expectProblem(409, "call-ended");
    }

    @Test
    void endsTheRingWhenNobodyAnswers() {
        // Given
        // When
        var callId = alice.dial(bob, "\"ringSeconds\":5").expect(201).callId();

        // Then
        for (var phone : pair.all()) {
            var end = phone.awaitFrame("call.ended", callId);
            assertThat(end.text("status")).isEqualTo("missed");
            assertThat(end.text("reason")).isEqualTo("no_answer");
        }
        bob.awaitFrame("message.created", callId);
        assertThat(pair.messageCounts(callId)).containsExactly(1, 1);
    }
}
