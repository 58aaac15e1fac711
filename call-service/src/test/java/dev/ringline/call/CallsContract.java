package dev.ringline.call;

import static dev.ringline.call.CallFixtures.RULES;
import static dev.ringline.call.CallFixtures.dial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.CallCommand.AcceptMeeting;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallCommand.Alert;
import dev.ringline.call.CallCommand.Answer;
import dev.ringline.call.CallCommand.End;
import dev.ringline.call.CallCommand.Redial;
import dev.ringline.call.Calls.Position;
import dev.ringline.call.Calls.Stored;
import dev.ringline.call.Decision.Accepted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules rely on in any store of calls. */
abstract class CallsContract {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final String id = UUID.randomUUID().toString();
    private final Actor alice = actor("alice");
    private final Actor bob = actor("bob");
    private final Actor carol = actor("carol");

    abstract Calls calls();

    static Stream<List<CallCommand>> lives() {
        Actor caller = new Actor("caller", "phone");
        Actor callee = new Actor("callee", "phone");
        return Stream.of(
                List.of(),
                List.of(new Alert(callee)),
                List.of(new AcceptMeeting(CallFixtures.meeting(3))),
                List.of(new Answer(callee)),
                List.of(new Answer(callee), new AcceptMeeting(CallFixtures.meeting(3)), new End(callee)),
                List.of(new Redial(caller, Media.AUDIO, new Dial(UUID.randomUUID() + "", "request")), new End(caller)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void givesBackWhatWasStored(List<CallCommand> life) {
        // Given
        Accepted born = RULES.ring(id, dial(new Actor("caller", "phone"), "callee"), NOW);
        Call last = insert(born);
        for (CallCommand command : life) {
            last = store(last, command);
        }

        // When
        Call found = calls().find(id).orElseThrow();

        // Then
        assertThat(found).isEqualTo(last);
        assertThat(calls().findProven(id)).contains(last);
        end(last);
    }

    @Test
    void keepsTheFirstOfTwoWritesOfOneVersion() {
        // Given
        Call call = insert(ring(alice, bob));
        Call answered = store(call, new Answer(bob));

        // When
        Stored second = calls().store(decision(call, new End(alice)));

        // Then
        assertThat(second).isEqualTo(Stored.LOST);
        assertThat(calls().find(call.id())).contains(answered);
    }

    @Test
    void letsAPairHaveOneLiveCallOnly() {
        // Given
        insert(ring(alice, bob));

        // When
        Stored sameWay = calls().insert(ring(alice, bob));
        Stored otherWay = calls().insert(ring(bob, alice));

        // Then
        assertThat(List.of(sameWay, otherWay)).containsOnly(Stored.IN_THE_WAY);
    }

    @Test
    void freesThePairAndItsUsersWhenTheCallEnds() {
        // Given
        end(store(insert(ring(alice, bob)), new Answer(bob)));

        // When
        Stored again = calls().insert(ring(bob, alice));

        // Then
        assertThat(again).isEqualTo(Stored.YES);
    }

    @Test
    void letsAUserDialOneUserAtATimeAndBeRungByMany() {
        // Given
        insert(ring(alice, bob));

        // When
        Stored secondDial = calls().insert(ring(alice, carol));
        Stored secondRing = calls().insert(ring(carol, bob));
        Stored ownDial = calls().insert(ring(bob, actor("dave")));

        // Then
        assertThat(secondDial).isEqualTo(Stored.IN_THE_WAY);
        assertThat(List.of(secondRing, ownDial)).containsOnly(Stored.YES);
    }

    @Test
    void letsAUserBeInOneOngoingCallOnly() {
        // Given
        Call first = insert(ring(alice, bob));
        Call second = insert(ring(carol, bob));
        store(first, new Answer(bob));

        // When
        Stored answered = calls().store(decision(second, new Answer(bob)));

        // Then
        assertThat(answered).isEqualTo(Stored.IN_THE_WAY);
        assertThat(calls().find(second.id())).contains(second);
    }

    @Test
    void keepsAnIdempotencyKeyForOneCallForEver() {
        // Given
        Dial dial = new Dial(UUID.randomUUID().toString(), "request");
        Call ended = end(insert(ring(alice, bob, dial)));
        Call other = insert(ring(carol, actor("dave")));

        // When
        Stored again = calls().insert(ring(alice, bob, dial));
        Stored merged = calls().store(decision(other, new Redial(carol, Media.AUDIO, dial)));

        // Then
        assertThat(List.of(again, merged)).containsOnly(Stored.IN_THE_WAY);
        assertThat(calls().findByDial(dial)).contains(ended);
    }

    @Test
    void findsWhomACallOccupies() {
        // Given
        Call ringing = insert(ring(alice, bob));
        Call ongoing = store(insert(ring(carol, actor("dave"))), new Answer(actor("dave")));

        // When
        List<Call> ofAll =
                calls().occupying(List.of(alice.userId(), actor("dave").userId()));
        List<Call> ofTheCallee = calls().occupying(List.of(bob.userId()));

        // Then
        assertThat(ofAll).containsExactlyInAnyOrder(ringing, ongoing);
        assertThat(ofTheCallee).isEmpty();
    }

    @Test
    void findsWhatRingsForAUserNewestFirst() {
        // Given
        Call older = insert(ring(alice, bob));
        Call newer = insert(RULES.ring(newId(), dial(carol, bob.userId()), NOW.plusMillis(1)));
        insert(ring(bob, actor("dave")));
        end(insert(ring(actor("erin"), bob)));

        // When
        List<Call> ringing = calls().ringingFor(bob.userId());

        // Then
        assertThat(ringing).containsExactly(newer, older);
    }

    @Test
    void pagesThroughTheHistoryOfEitherSide() {
        // Given
        List<Call> twins = Stream.of(newId(), newId())
                .map(callId -> end(insert(RULES.ring(callId, dial(alice, bob.userId()), NOW))))
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .toList();
        Call newest = end(insert(RULES.ring(newId(), dial(bob, alice.userId()), NOW.plusMillis(1))));

        // When
        List<Call> first = calls().history(alice.userId(), null, 2);
        List<Call> second = calls().history(
                        alice.userId(), new Position(NOW, first.getLast().id()), 2);

        // Then
        assertThat(first).containsExactly(newest, twins.getFirst());
        assertThat(second).containsExactly(twins.getLast());
    }

    private Call insert(Accepted decision) {
        assertThat(calls().insert(decision)).isEqualTo(Stored.YES);
        return decision.next();
    }

    private Call store(Call call, CallCommand command) {
        Accepted decision = decision(call, command);
        assertThat(calls().store(decision)).isEqualTo(Stored.YES);
        return decision.next();
    }

    private Call end(Call call) {
        return call.isLive() ? store(call, new End(new Actor(call.parties().callerId(), "phone"))) : call;
    }

    private static Accepted decision(Call call, CallCommand command) {
        return (Accepted) RULES.decide(call, command, NOW);
    }

    private Accepted ring(Actor caller, Actor callee) {
        return RULES.ring(newId(), dial(caller, callee.userId()), NOW);
    }

    private Accepted ring(Actor caller, Actor callee, Dial key) {
        return RULES.ring(newId(), dial(caller, callee.userId(), Media.VIDEO, key), NOW);
    }

    private Actor actor(String name) {
        return new Actor(name + "-" + id, "phone");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
