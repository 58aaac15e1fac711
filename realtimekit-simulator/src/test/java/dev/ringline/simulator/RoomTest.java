package dev.ringline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.Entrance.Admission;
import dev.ringline.simulator.Entrance.Admission.Admitted;
import dev.ringline.simulator.Entrance.Admission.Refusal;
import dev.ringline.simulator.Meeting.Settings;
import dev.ringline.simulator.Meeting.Status;
import dev.ringline.simulator.Participant.Profile;
import dev.ringline.simulator.Presets.Preset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final Duration KEEP_ALIVE = Settings.DEFAULT.keepAlive();
    private static final Preset HOST = new Preset(UUID.randomUUID(), "group_call_host");

    private final SimulatorClock clock = new SimulatorClock(InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
    private final Room room = new Rooms(clock).open(Settings.DEFAULT);

    @Test
    void keepsTheParticipantWhenAddedTwiceWithUpsert() {
        // Given
        Participant first = add("alice", Duplicates.UPSERT);
        // When
        Participant second = room.add(new Profile("alice", "New name", null, HOST), Duplicates.UPSERT);
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
        Participant nameless = room.add(new Profile("alice", null, null, HOST), Duplicates.UPSERT);
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
    void kicksEveryPeerOfTheParticipantNamed() {
        // Given
        Participant alice = add("alice", Duplicates.UPSERT);
        join(alice);
        join(alice);
        Admitted bob = join(add("bob", Duplicates.UPSERT));
        // When
        List<Participant> kicked =
                room.kick(List.of("alice"), who -> who.profile().customParticipantId());
        // Then
        assertThat(kicked).containsExactly(alice);
        assertThat(room.activeSession().peers()).containsExactly(bob.peer());
    }

    @Test
    void kicksNobodyWhenOneOfThoseNamedIsNotIn() {
        // Given
        join(add("alice", Duplicates.UPSERT));
        // When
        var kicking = assertThatThrownBy(
                () -> room.kick(List.of("alice", "bob"), who -> who.profile().customParticipantId()));
        // Then
        kicking.hasMessage("No user found with id bob");
        assertThat(room.activeSession().peers()).hasSize(1);
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
        return room.add(new Profile(customId, "Mary Sue", null, HOST), duplicates);
    }

    private Admitted join(Participant who) {
        return (Admitted) room.join(who.id());
    }

    private void close() {
        room.change(Meeting::settings, before -> Status.INACTIVE);
    }
}
