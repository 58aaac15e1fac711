package dev.ringline.simulator.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.Timers;
import dev.ringline.simulator.preset.Preset;
import dev.ringline.simulator.preset.Presets;
import dev.ringline.simulator.room.Admission.Admitted;
import dev.ringline.simulator.room.Admission.Refusal;
import dev.ringline.simulator.room.Meeting.Settings;
import dev.ringline.simulator.room.Meeting.Status;
import dev.ringline.simulator.room.Participant.Profile;
import dev.ringline.simulator.room.RoomEvent.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTest {

    private static final Duration KEEP_ALIVE = Settings.DEFAULT.keepAlive();
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final SimulatorClock clock = new SimulatorClock(InstantSource.fixed(START));
    private final Timers timers = new Timers(clock);
    private final List<RoomEvent> events = new ArrayList<>();
    private final Rooms rooms = new Rooms(new Surroundings(clock, timers, events::add));
    private final Room room = rooms.open(Settings.DEFAULT);
    private final Preset host = new Presets(List.of("group_call_host"), clock).named("group_call_host");

    @AfterEach
    void stop() {
        timers.close();
    }

    @Test
    void keepsTheParticipantWhenAddedTwiceWithUpsert() {
        // Given
        Participant first = add("alice", Duplicates.UPSERT);
        // When
        Participant second = room.add(new Profile("alice", "New name", null, host), Duplicates.UPSERT);
        // Then
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(room.participants()).containsExactly(second);
    }

    @Test
    void addsASecondParticipantWhenAddedTwiceWithDuplicate() {
        // Given
        Participant first = add("alice", Duplicates.DUPLICATE);
        // When
        Participant second = add("alice", Duplicates.DUPLICATE);
        // Then
        assertThat(room.participants()).containsExactly(first, second);
    }

    @Test
    void refusesTheSecondAddWhenThatIsAConflict() {
        // Given
        Participant first = add("alice", Duplicates.CONFLICT);
        // When
        var adding = assertThatThrownBy(() -> add("alice", Duplicates.CONFLICT));
        // Then
        adding.isInstanceOfSatisfying(
                RefusedException.class, refusal -> assertThat(refusal.status()).isEqualTo(409));
        assertThat(room.participants()).containsExactly(first);
    }

    @Test
    void addsOneParticipantHoweverManyAddItAtOnce() {
        // Given
        List<Integer> askers = IntStream.range(0, 500).boxed().toList();
        // When
        long ids = askers.parallelStream()
                .map(_ -> add("alice", Duplicates.UPSERT).id())
                .distinct()
                .count();
        // Then
        assertThat(ids).isEqualTo(1);
        assertThat(room.participants()).hasSize(1);
    }

    @Test
    void refusesToAddToAnInactiveMeeting() {
        // Given
        close();
        // When
        var adding = assertThatThrownBy(() -> add("alice", Duplicates.UPSERT));
        // Then
        adding.hasMessage("BAD_REQUEST: meeting is not active");
    }

    @Test
    void refusesToJoinAnInactiveMeetingAndLeavesThoseInsideAlone() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        Participant bob = add("bob", Duplicates.UPSERT);
        join(alice);
        close();
        // When
        Admission admission = room.join(bob.id());
        // Then
        assertThat(admission).isEqualTo(Refusal.MEETING_INACTIVE);
        assertThat(room.activeSession().peers()).hasSize(1);
    }

    @Test
    void refusesToJoinWithoutAName() {
        // Given
        Participant nameless = room.add(new Profile("alice", null, null, host), Duplicates.UPSERT);
        // When
        Admission admission = room.join(nameless.id());
        // Then
        assertThat(admission).isEqualTo(Refusal.NAME_MISSING);
    }

    @Test
    void refusesToJoinAfterDeletion() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        room.remove(alice.id());
        // When
        Admission admission = room.join(alice.id());
        // Then
        assertThat(admission).isEqualTo(Refusal.GONE);
    }

    @Test
    void admitsOneParticipantFromTwoDevices() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        Admitted phone = join(alice);
        // When
        Admitted laptop = join(alice);
        // Then
        assertThat(laptop.sessionId()).isEqualTo(phone.sessionId());
        assertThat(laptop.peer().id()).isNotEqualTo(phone.peer().id());
        assertThat(room.activeSession().mostPeers()).isEqualTo(2);
    }

    @Test
    void goesOnWithTheSessionWithinTheKeepAlive() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        Admitted first = join(alice);
        room.leave(first.peer().id());
        clock.advance(KEEP_ALIVE.minusMillis(1));
        // When
        Admitted again = join(alice);
        // Then
        assertThat(again.sessionId()).isEqualTo(first.sessionId());
    }

    @Test
    void startsAnotherSessionAfterTheKeepAlive() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        Admitted first = join(alice);
        room.leave(first.peer().id());
        clock.advance(KEEP_ALIVE);
        // When
        Admitted again = join(alice);
        // Then
        assertThat(again.sessionId()).isNotEqualTo(first.sessionId());
    }

    @Test
    void hidesASessionThatNobodyIsIn() {
        // Given
        Admitted alice = join(add("alice", Duplicates.UPSERT));
        // When
        boolean left = room.leave(alice.peer().id());
        // Then
        assertThat(left).isTrue();
        assertThatThrownBy(room::activeSession).hasMessageStartingWith("No active session found for meeting_id");
    }

    @Test
    void addsUpTheTimeOfAllPeers() {
        // Given
        Admitted alice = join(add("alice", Duplicates.UPSERT));
        clock.advance(Duration.ofMinutes(2));
        join(add("bob", Duplicates.UPSERT));
        clock.advance(Duration.ofMinutes(1));
        // When
        room.leave(alice.peer().id());
        // Then
        assertThat(room.activeSession().spentUntil(clock.instant().plusSeconds(30)))
                .isEqualTo(Duration.ofSeconds(180 + 90));
    }

    @Test
    void kicksEveryPeerOfAParticipant() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        join(alice);
        join(alice);
        Admitted bob = join(add("bob", Duplicates.UPSERT));
        // When
        room.kick(List.of(alice));
        // Then
        assertThat(room.activeSession().peers()).containsExactly(bob.peer());
    }

    @Test
    void findsNobodyWhenOneOfThoseNamedIsNotIn() {
        // Given
        join(add("alice", Duplicates.UPSERT));
        // When
        var finding = assertThatThrownBy(
                () -> room.inside(List.of("alice", "bob"), who -> who.profile().customParticipantId()));
        // Then
        finding.hasMessage("No user found with id bob");
    }

    @Test
    void tellsOfAWholeSession() {
        // Given
        Admitted alice = join(add("alice", Duplicates.UPSERT));
        room.leave(alice.peer().id());
        // When
        timers.advance(KEEP_ALIVE);
        // Then
        assertThat(events)
                .extracting(RoomEvent::getClass)
                .containsExactly(
                        RoomEvent.Started.class, RoomEvent.Joined.class, RoomEvent.Left.class, RoomEvent.Ended.class);
        RoomEvent.Ended ended = (RoomEvent.Ended) events.getLast();
        assertThat(ended.reason()).isEqualTo(Reason.ALL_PARTICIPANTS_LEFT);
        assertThat(ended.session().endedAt()).isEqualTo(START.plus(KEEP_ALIVE));
        assertThat(room.sessions()).containsExactly(ended.session());
    }

    @Test
    void doesNotEndASessionThatSomebodyCameBackTo() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        Admitted first = join(alice);
        room.leave(first.peer().id());
        timers.advance(KEEP_ALIVE.minusSeconds(1));
        join(alice);
        // When
        timers.advance(KEEP_ALIVE);
        // Then
        assertThat(room.activeSession().id()).isEqualTo(first.sessionId());
        assertThat(events).noneMatch(RoomEvent.Ended.class::isInstance);
    }

    @Test
    void waitsOutAKeepAliveThatWasMadeLonger() {
        // Given
        Admitted alice = join(add("alice", Duplicates.UPSERT));
        room.leave(alice.peer().id());
        room.change(
                _ -> new Settings(null, false, false, false, false, false, 90, Map.of(), Map.of()), Meeting::status);
        timers.advance(Duration.ofSeconds(89));
        boolean endedEarly = events.getLast() instanceof RoomEvent.Ended;
        // When
        timers.advance(Duration.ofSeconds(1));
        // Then
        assertThat(endedEarly).isFalse();
        assertThat(events.getLast()).isInstanceOf(RoomEvent.Ended.class);
    }

    @Test
    void tellsThatThoseKickedLeftAndThatTheHostEndedIt() {
        // Given
        join(add("alice", Duplicates.UPSERT));
        join(add("bob", Duplicates.UPSERT));
        events.clear();
        // When
        room.kickAll();
        // Then
        assertThat(events)
                .extracting(RoomEvent::getClass)
                .containsExactly(RoomEvent.Left.class, RoomEvent.Left.class, RoomEvent.Ended.class);
        assertThat(((RoomEvent.Ended) events.getLast()).reason()).isEqualTo(Reason.HOST_ENDED_MEETING);
    }

    @Test
    void saysThatSomebodyLeftWhoDidNot() {
        // Given
        Admitted alice = join(add("alice", Duplicates.UPSERT));
        // When
        boolean said = room.sayThatLeft(alice.peer().id());
        // Then
        assertThat(said).isTrue();
        assertThat(events.getLast()).isInstanceOf(RoomEvent.Left.class);
        assertThat(room.activeSession().peers()).containsExactly(alice.peer());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesBackAsAnotherPeer(boolean newFirst) {
        // Given
        Admitted before = join(add("alice", Duplicates.UPSERT));
        events.clear();
        // When
        Admission admission = room.reconnect(before.peer().id(), newFirst);
        // Then
        Admitted after = (Admitted) admission;
        assertThat(after.sessionId()).isEqualTo(before.sessionId());
        assertThat(room.activeSession().peers()).containsExactly(after.peer());
        assertThat(events.getFirst()).isInstanceOf(newFirst ? RoomEvent.Joined.class : RoomEvent.Left.class);
        assertThat(events).hasSize(2);
    }

    @Test
    void endsTheSessionAtOnceWhenAllAreKicked() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        Admitted phone = join(alice);
        join(alice);
        // When
        int kicked = room.kickAll();
        // Then
        assertThat(kicked).isEqualTo(1);
        assertThat(join(alice).sessionId()).isNotEqualTo(phone.sessionId());
    }

    private Participant add(String customId, Duplicates duplicates) {
        return room.add(new Profile(customId, "Mary Sue", null, host), duplicates);
    }

    private Admitted join(Participant who) {
        return (Admitted) room.join(who.id());
    }

    private void close() {
        room.change(Meeting::settings, before -> Status.INACTIVE);
    }
}
