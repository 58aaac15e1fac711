package dev.ringline.call;

import static dev.ringline.call.rules.CallFixtures.ALICE;
import static dev.ringline.call.rules.CallFixtures.BOB;
import static dev.ringline.call.rules.CallFixtures.NOON;
import static dev.ringline.call.rules.CallFixtures.RULES;
import static dev.ringline.call.rules.CallFixtures.dial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.CallService.Surroundings;
import dev.ringline.call.FollowUps.BusyPolicy;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Status;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.CallState.Ending;
import dev.ringline.call.rules.EndReason;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpsTest {

    private static final Actor CAROL = new Actor("carol", "phone");
    private static final Actor DAVE = new Actor("dave", "phone");

    private final InMemoryCalls calls = new InMemoryCalls();
    private final CallService service =
            new CallService(calls, RULES, (_, _) -> Optional.empty(), new Surroundings(_ -> {}, () -> NOON, _ -> {}));

    @Test
    void endsWhatRingsForEitherPartyOfAnAnsweredCall() {
        // Given
        ring("answered", ALICE, "bob");
        ring("to-the-callee", CAROL, "bob");
        ring("to-the-caller", DAVE, "alice");
        service.perform("answered", new Answer(BOB));

        // When
        new FollowUps(calls, service, BusyPolicy.REJECT).run("answered");

        // Then
        assertThat(reason("to-the-callee")).contains(EndReason.BUSY);
        assertThat(reason("to-the-caller")).contains(EndReason.BUSY);
        assertThat(call("answered").followUpDue()).isEmpty();
    }

    @Test
    void marksThemAsWaitingWhenThatIsThePolicy() {
        // Given
        ring("answered", ALICE, "bob");
        ring("waiting", CAROL, "bob");
        service.perform("answered", new Answer(BOB));

        // When
        new FollowUps(calls, service, BusyPolicy.WAIT).run("answered");

        // Then
        assertThat(call("waiting").status()).isEqualTo(Status.RINGING);
        assertThat(call("waiting").isWaiting()).isTrue();
    }

    @Test
    void leavesAloneWhatWasDialledOnceTheCallWasOver() {
        // Given
        ring("answered", ALICE, "bob");
        service.perform("answered", new Answer(BOB));
        Calls slow = beforeLooking(() -> {
            service.perform("answered", new End(ALICE));
            ring("next", ALICE, "bob");
        });

        // When
        new FollowUps(slow, service, BusyPolicy.REJECT).run("answered");

        // Then
        assertThat(call("next").status()).isEqualTo(Status.RINGING);
    }

    /** The calls as somebody sees them to whom something happens before he first looks at what rings. */
    private Calls beforeLooking(Runnable meanwhile) {
        Iterator<Runnable> once = List.of(meanwhile).iterator();
        return (Calls) Proxy.newProxyInstance(
                Calls.class.getClassLoader(), new Class<?>[] {Calls.class}, (_, method, arguments) -> {
                    if (method.getName().equals("ringingFor") && once.hasNext()) {
                        once.next().run();
                    }
                    return method.invoke(calls, arguments);
                });
    }

    @Test
    void isDueFromTheWriteThatMadeTheCallOngoing() {
        ring("answered", ALICE, "bob");

        service.perform("answered", new Answer(BOB));

        assertThat(call("answered").followUpDue()).contains(NOON);
    }

    private void ring(String callId, Actor caller, String callee) {
        calls.insert(CallFixtures.ring(callId, dial(caller, callee), NOON), () -> true);
    }

    private Call call(String callId) {
        return calls.find(callId).orElseThrow();
    }

    private Optional<EndReason> reason(String callId) {
        return call(callId).ending().map(Ending::reason);
    }
}
