package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.phone.Pair;
import dev.ringline.e2e.phone.Phone;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls that meet other calls, and clients that repeat themselves or come late. */
@OnTheStack
class RacesE2E {

    private static final String KEY = "Idempotency-Key";

    private final World world;

    @AutoClose
    private final Pair pair;

    private final Phone alice;
    private final Phone bob;

    RacesE2E(World world) {
        this.world = world;
        pair = world.strangers();
        alice = pair.alice();
        bob = pair.bob();
    }

    @Test
    void makesOneCallOfTwoThatMeet() {
        // Given
        var callId = alice.dial(bob).expect(201).callId();

        // When
        var met = bob.dial(alice).expect(200);

        // Then
        assertThat(met.callId()).isEqualTo(callId);
        assertThat(met.text("status")).isEqualTo("ongoing");
        pair.all().forEach(phone -> phone.awaitStatus(callId, "ongoing"));
    }

    @Test
    void findsTheRingingCallAgain() {
        // Given
        var callId = alice.dial(bob).expect(201).callId();

        // When
        var again = alice.dial(bob).expect(200);

        // Then
        assertThat(again.callId()).isEqualTo(callId);
        assertThat(again.text("status")).isEqualTo("ringing");
    }

    @Test
    void findsTheOngoingCallAgain() {
        // Given
        var callId = pair.talking();

        // When
        var again = alice.dial(bob).expect(200);

        // Then
        assertThat(again.callId()).isEqualTo(callId);
        assertThat(again.text("status")).isEqualTo("ongoing");
    }

    @Test
    void leavesALineForTheCalleeWhoIsBusy() {
        // Given
        pair.talking();
        try (var carol = world.phone("carol-of-" + alice.user(), "phone").connect()) {
            // When
            var call = carol.dial(bob).expect(201);

            // Then
            assertThat(call.text("status")).isEqualTo("missed");
            assertThat(call.text("endReason")).isEqualTo("busy");
            bob.awaitFrame("message.created", call.callId());
            assertThat(bob.heard(call.callId())).doesNotContain("call.incoming");
            world.story(call.callId()).assertWhole();
        }
    }

    @Test
    void knowsADialThatIsSentAgain() {
        // Given
        var dial = alice.dialling(bob, "\"media\":\"audio\"").header(KEY, "one-dial");
        var callId = alice.send(dial).expect(201).callId();
        alice.end(callId).expect(200);

        // When
        var again = alice.send(dial).expect(200);

        // Then
        assertThat(again.callId()).isEqualTo(callId);
        assertThat(again.text("status")).isEqualTo("missed");
        var other = alice.dialling(bob, "\"media\":\"video\"").header(KEY, "one-dial");
        alice.send(other).expectProblem(409, "idempotency-key-reused");
    }

    @Test
    void showsTheRingToAPhoneThatComesLate() {
        // Given
        bob.disconnect();
        var callId = alice.dial(bob).expect(201).callId();
        pair.tablet().awaitFrame("call.incoming", callId);

        // When
        bob.connect();

        // Then
        var snapshot = bob.awaitStatus(callId, "ringing");
        assertThat(snapshot.name()).isEqualTo("snapshot");
        assertThat(snapshot.data().path("calls").path(0).path("alert").asString())
                .isEqualTo("ring");
    }

    @Test
    void listsTheCallsNewestFirst() {
        // Given
        var first = alice.dial(bob).expect(201).callId();
        bob.decline(first).expect(200);
        var second = bob.dial(alice).expect(201).callId();

        // When
        var history = bob.get("/v1/calls").expect(200).json().path("items");

        // Then
        assertThat(history.valueStream().map(call -> call.path("callId").asString()))
                .containsExactly(second, first);
        assertThat(history.valueStream().map(call -> call.path("direction").asString()))
                .containsExactly("outgoing", "incoming");
    }
}
