package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.local.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of each service in the middle of a call; it is started again and the call goes on. */
@OnTheStack
class CrashE2E {

    private static final Set<Service> IN_THE_WAY_OF_A_HANG_UP = EnumSet.of(Service.API_GATEWAY, Service.CALL_SERVICE);

    /** Leaves time for the work itself; Kafka has noticed by then that the killed process is gone. */
    private static final Duration SOON_ENOUGH = Duration.ofSeconds(9);

    private final World world;

    @AutoClose
    private final Pair pair;

    private final Phone alice;
    private final Phone bob;

    CrashE2E(World world) {
        this.world = world;
        pair = world.strangers();
        alice = pair.alice();
        bob = pair.bob();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REALTIMEKIT_SIMULATOR")
    void aRingOutlives(Service service) {
        // Given
        var callId = alice.dial(bob).expect(201).callId();

        // When
        world.kill(service);
        world.startAgain(service);

        // Then
        pair.reconnect();
        pair.all().forEach(phone -> phone.awaitStatus(callId, "ringing"));
        assumeThat(service == Service.MEETING_PROVISIONER ? sinceDial(callId) : Duration.ZERO)
                .as("a machine that starts a service in time: a ring waits 15 s for its meeting")
                .isLessThan(SOON_ENOUGH);
        world.events().await(CallReady.class, callId);
        assertThat(bob.answer(callId).expect(200).joinToken()).isNotEmpty();
        alice.end(callId).expect(200);
        assertEndedOnce(callId);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REALTIMEKIT_SIMULATOR")
    void anAnsweredCallOutlives(Service service) {
        // Given
        var callId = alice.dial(bob).expect(201).callId();
        world.events().await(CallReady.class, callId);
        bob.answer(callId).expect(200);

        // When
        world.kill(service);
        if (IN_THE_WAY_OF_A_HANG_UP.contains(service)) {
            world.startAgain(service);
            alice.end(callId).expect(200);
        } else {
            alice.end(callId).expect(200);
            world.startAgain(service);
        }

        // Then
        pair.reconnect();
        assertEndedOnce(callId);
    }

    private Duration sinceDial(String callId) {
        var dialled = alice.call(callId).expect(200).text("createdAt");
        return Duration.between(Instant.parse(dialled), Instant.now());
    }

    private void assertEndedOnce(String callId) {
        pair.all().forEach(phone -> phone.awaitStatus(callId, "completed"));
        Patience.untilAsserted(() -> assertThat(pair.messageCounts(callId)).containsExactly(1, 1));
        Patience.untilAsserted(() -> world.story(callId).assertWhole());
        assertThat(world.deadLetters()).noneMatch(record -> Objects.equals(record.key(), callId));
    }
}
