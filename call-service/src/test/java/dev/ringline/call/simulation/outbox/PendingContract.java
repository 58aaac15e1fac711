package dev.ringline.call.simulation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the outbox relies on in any store of pending events. */
abstract class PendingContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant AFTER_THE_GRACE = NOON.plusSeconds(1);

    private final String id = UUID.randomUUID().toString();
    private final EncodedEvent first = event(1);
    private final EncodedEvent second = event(2);
    private Pending pending;

    abstract Pending make();

    @BeforeEach
    void makePending() {
        pending = make();
    }

    @Test
    void keepsTheOrderInWhichEventsWereAdded() {
        // Given
        pending.add(id, List.of(first), NOON);

        // When
        pending.add(id, List.of(second, event(3)), NOON);

        // Then
        assertThat(sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void isDueOnceItsWriterHadItsTime() {
        // When
        pending.add(id, List.of(first), NOON);

        // Then
        assertThat(pending.isDue(id, AFTER_THE_GRACE.minusMillis(1))).isFalse();
        assertThat(pending.isDue(id, AFTER_THE_GRACE)).isTrue();
    }

    @Test
    void staysDueForWhatWasAddedWhileOthersWereTold() {
        // Given
        pending.add(id, List.of(first), NOON);
        pending.add(id, List.of(second), NOON);

        // When
        pending.mark(id, List.of(first));

        // Then
        assertThat(sequences()).containsExactly(2L);
        assertThat(pending.isDue(id, AFTER_THE_GRACE)).isTrue();
    }

    @Test
    void isNoLongerDueWhenEverythingWasTold() {
        // Given
        pending.add(id, List.of(first, second), NOON);

        // When
        pending.mark(id, List.of(first, second));

        // Then
        assertThat(sequences()).isEmpty();
        assertThat(pending.isDue(id, Instant.parse("2099-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void isDueAgainForAnEventThatComesLater() {
        // Given
        pending.add(id, List.of(first), NOON);
        pending.mark(id, List.of(first));

        // When
        pending.add(id, List.of(second), NOON);

        // Then
        assertThat(sequences()).containsExactly(2L);
        assertThat(pending.isDue(id, AFTER_THE_GRACE)).isTrue();
    }

    @Test
    void takesTheSameMarkTwice() {
        // Given
        pending.add(id, List.of(first, second), NOON);
        pending.mark(id, List.of(first));

        // When
        pending.mark(id, List.of(first));

        // Then
        assertThat(sequences()).containsExactly(2L);
    }

    private List<Long> sequences() {
        return pending.of(id).stream().map(EncodedEvent::sequence).toList();
    }

    private EncodedEvent event(long sequence) {
        String eventId = UUID.randomUUID().toString();
        return new EncodedEvent(
                eventId, "type", "/test", id, NOON, sequence, "call-events", id, null, new byte[] {1, 2});
    }
}
