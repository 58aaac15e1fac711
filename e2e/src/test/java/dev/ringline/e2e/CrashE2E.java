package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.e2e.phone.Pair;
import dev.ringline.e2e.phone.Patience;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import dev.ringline.local.Service;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of each service in the middle of calls; it is started again and the calls go on. */
@OnTheStack
class CrashE2E {

    private static final Set<Service> IN_THE_WAY_OF_A_HANG_UP = EnumSet.of(Service.API_GATEWAY, Service.CALL_SERVICE);

    private final World world;

    @AutoClose
    private final Pair talking;

    @AutoClose
    private final Pair ringing;

    CrashE2E(World world) {
        this.world = world;
        talking = world.strangers();
        ringing = world.strangers();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REALTIMEKIT_SIMULATOR")
    void anAnsweredCallAndARingOutlive(Service service) {
        // Given
        var answered = talking.alice().dial(talking.bob()).expect(201).callId();
        world.events().await(CallReady.class, answered);
        talking.bob().answer(answered).expect(200);
        var ring = ringing.alice().dial(ringing.bob()).expect(201).callId();

        // When
        world.kill(service);
        if (IN_THE_WAY_OF_A_HANG_UP.contains(service)) {
            world.startAgain(service);
            talking.alice().end(answered).expect(200);
        } else {
            talking.alice().end(answered).expect(200);
            world.startAgain(service);
        }

        // Then
        talking.reconnect();
        ringing.reconnect();
        assertGoesOn(ring);
        assertEndedOnce(ringing, ring);
        assertEndedOnce(talking, answered);
    }

    /** It still rings everywhere, can be answered and joined, and ends. */
    private void assertGoesOn(String ring) {
        ringing.all().forEach(phone -> phone.awaitStatus(ring, "ringing"));
        world.events().await(CallReady.class, ring);
        assertThat(ringing.bob().answer(ring).expect(200).joinToken()).isNotEmpty();
        ringing.alice().end(ring).expect(200);
    }

    private void assertEndedOnce(Pair pair, String callId) {
        pair.all().forEach(phone -> phone.awaitStatus(callId, "completed"));
        Patience.untilAsserted(() -> assertThat(pair.messageCounts(callId)).containsExactly(1, 1));
        Patience.untilAsserted(() -> world.story(callId).assertWhole());
        assertThat(world.deadLetters()).noneMatch(record -> Objects.equals(record.key(), callId));
    }
}
