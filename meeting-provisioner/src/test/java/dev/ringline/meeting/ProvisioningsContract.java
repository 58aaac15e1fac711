package dev.ringline.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.meeting.Provisionings.Change;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Provisionings} must do. */
public interface ProvisioningsContract {

    Provisionings provisionings();

    @Test
    default void returnsWhatWasStored() {
        // Given
        Provisioning first = requested();
        provisionings().insert(first);
        Change change = first.meetingCreated("meeting-1", first.call().createdAt());

        // When
        boolean stored = provisionings().store(change);

        // Then
        assertThat(stored).isTrue();
        assertThat(provisionings().find(first.call().callId())).contains(change.next());
    }

    @Test
    default void returnsWhatIsOverAsItWasStored() {
        // Given
        Provisioning first = requested();
        provisionings().insert(first);
        Change change = first.ended(4, first.call().createdAt()).orElseThrow();

        // When
        provisionings().store(change);

        // Then
        assertThat(provisionings().find(first.call().callId())).contains(change.next());
    }

    @Test
    default void insertsACallOnce() {
        // Given
        Provisioning first = requested();
        provisionings().insert(first);

        // When
        boolean again = provisionings().insert(Provisioning.over(first.call(), 4));

        // Then
        assertThat(again).isFalse();
        assertThat(provisionings().find(first.call().callId())).contains(first);
    }

    @Test
    default void storesOneOfManyDecisionsUponTheSameState() {
        // Given
        Provisioning first = requested();
        provisionings().insert(first);

        // When
        long stored = IntStream.range(0, 8)
                .parallel()
                .filter(number -> provisionings()
                        .store(first.meetingCreated(
                                "meeting-" + number, first.call().createdAt())))
                .count();

        // Then
        assertThat(stored).isOne();
    }

    @Test
    default void decidesAgainWhenSomebodyWasFirst() {
        // Given
        Provisioning first = requested();
        provisionings().insert(first);
        Instant now = first.call().createdAt();
        Change other = first.ended(4, now).orElseThrow();

        // When
        Optional<Provisioning> changed = provisionings().change(first.call().callId(), known -> {
            provisionings().store(other);
            return Optional.of(known.meetingCreated("meeting-1", now));
        });

        // Then
        assertThat(changed.map(Provisioning::toClose).orElseThrow()).containsExactly("meeting-1");
    }

    @Test
    default void knowsNothingOfOtherCalls() {
        assertThat(provisionings().find("nobody-dialled-this")).isEmpty();
    }

    /** A call of tomorrow, so that nobody does what is due of it. */
    private static Provisioning requested() {
        Instant now = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        RingingCall call = new RingingCall(
                UUID.randomUUID().toString(), "alice", "bob", MeetingMedia.AUDIO, now, now.plusSeconds(30));
        return Provisioning.requested(call, 1, Fixtures.DEADLINES, now).orElseThrow();
    }
}
