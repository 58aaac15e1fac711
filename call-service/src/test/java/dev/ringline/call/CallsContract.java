package dev.ringline.call;

import static dev.ringline.call.rules.CallFixtures.RULES;
import static dev.ringline.call.rules.CallFixtures.dial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.Calls.Filter;
import dev.ringline.call.Calls.Position;
import dev.ringline.call.Calls.Stored;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Call.Status;
import dev.ringline.call.rules.CallCommand;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Alert;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.Redial;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.CallRules.Manner;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Media;
import java.time.Duration;
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

    /** In the future, so that a service that runs on the same store finds nothing due. */
    private static final Instant NOW = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

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
                List.of(new AcceptMeeting(3, CallFixtures.meeting())),
                List.of(new Answer(callee)),
                List.of(new Answer(callee), new AcceptMeeting(3, CallFixtures.meeting()), new End(callee)),
                List.of(new Redial(caller, Media.AUDIO, new Dial(UUID.randomUUID() + "", "request")), new End(caller)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void givesBackWhatWasStored(List<CallCommand> life) {
        // Given
        Accepted born = CallFixtures.ring(id, dial(new Actor("caller", "phone"), "callee"), NOW);
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
        Stored sameWay = tryInsert(ring(alice, bob));
        Stored otherWay = tryInsert(ring(bob, alice));

        // Then
        assertThat(List.of(sameWay, otherWay)).containsOnly(Stored.IN_THE_WAY);
    }

    @Test
    void freesThePairAndItsUsersWhenTheCallEnds() {
        // Given
        end(store(insert(ring(alice, bob)), new Answer(bob)));

        // When
        Stored again = tryInsert(ring(bob, alice));

        // Then
        assertThat(again).isEqualTo(Stored.YES);
    }

    @Test
    void letsAUserDialOneUserAtATimeAndBeRungByMany() {
        // Given
        insert(ring(alice, bob));

        // When
        Stored secondDial = tryInsert(ring(alice, carol));
        Stored secondRing = tryInsert(ring(carol, bob));
        Stored ownDial = tryInsert(ring(bob, actor("dave")));

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
        Stored again = tryInsert(ring(alice, bob, dial));
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
        Call newer = insert(CallFixtures.ring(newId(), dial(carol, bob.userId()), NOW.plusMillis(1)));
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
                .map(callId -> end(insert(CallFixtures.ring(callId, dial(alice, bob.userId()), NOW))))
                .sorted((one, other) -> other.id().compareTo(one.id()))
                .toList();
        Call newest = end(insert(CallFixtures.ring(newId(), dial(bob, alice.userId()), NOW.plusMillis(1))));

        // When
        List<Call> first = calls().history(Filter.of(alice.userId()), null, 2);
        List<Call> second = calls().history(
                        Filter.of(alice.userId()),
                        new Position(NOW, first.getLast().id()),
                        2);

        // Then
        assertThat(first).containsExactly(newest, twins.getFirst());
        assertThat(second).containsExactly(twins.getLast());
    }

    @Test
    void filtersTheHistory() {
        // Given
        Call missed = end(insert(ring(alice, bob)));
        Call talked = end(store(insert(ring(bob, alice)), new Answer(alice)));
        Call other = end(insert(ring(alice, carol)));

        // When
        List<Call> byStatus = history(new Filter(alice.userId(), Status.COMPLETED, null, null));
        List<Call> byPeer = history(new Filter(alice.userId(), null, carol.userId(), null));
        List<Call> byConversation = history(new Filter(bob.userId(), null, null, "c1"));
        List<Call> byNone = history(new Filter(bob.userId(), null, null, "c2"));

        // Then
        assertThat(byStatus).containsExactly(talked);
        assertThat(byPeer).containsExactly(other);
        assertThat(byConversation).containsExactlyInAnyOrder(missed, talked);
        assertThat(byNone).isEmpty();
    }

    @Test
    void countsWhatTheCalleeMissedSinceThen() {
        // Given
        Call first = end(insert(ring(alice, bob)));
        end(insert(ring(carol, bob)));
        end(store(insert(ring(alice, bob)), new Answer(bob)));

        // When
        long all = calls().countMissed(bob.userId(), first.createdAt().minusMillis(1));
        long none = calls().countMissed(bob.userId(), first.createdAt());
        long ofTheCaller = calls().countMissed(alice.userId(), Instant.EPOCH);

        // Then
        assertThat(List.of(all, none, ofTheCaller)).containsExactly(2L, 0L, 0L);
    }

    @Test
    void findsEveryLiveCallOfAUserSilentOnesToo() {
        // Given
        Call dialled = insert(ring(alice, bob));
        Call silent = insert(
                RULES.ring(newId(), dial(carol, alice.userId()), new Manner.Silently(Duration.ofSeconds(1)), NOW));
        end(insert(ring(actor("dave"), alice)));

        // When
        List<Call> live = calls().liveOf(alice.userId());

        // Then
        assertThat(live).containsExactlyInAnyOrder(dialled, silent);
        assertThat(history(Filter.of(alice.userId()))).doesNotContain(silent);
        assertThat(calls().ringingFor(alice.userId())).isEmpty();
    }

    private List<Call> history(Filter filter) {
        return calls().history(filter, null, 20);
    }

    private Stored tryInsert(Accepted decision) {
        return calls().insert(decision, () -> true);
    }

    private Call insert(Accepted decision) {
        assertThat(tryInsert(decision)).isEqualTo(Stored.YES);
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
        return CallFixtures.ring(newId(), dial(caller, callee.userId()), NOW);
    }

    private Accepted ring(Actor caller, Actor callee, Dial key) {
        return CallFixtures.ring(newId(), dial(caller, callee.userId(), Media.VIDEO, key), NOW);
    }

    private Actor actor(String name) {
        return new Actor(name + "-" + id, "phone");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
