package dev.ringline.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of tombstones does. Users are new in each test, so that tests can share a store. */
public abstract class TombstonesContract {

    private final String test = UUID.randomUUID().toString();
    private final String alice = "alice-" + test;
    private final String bob = "bob-" + test;

    protected abstract Tombstones tombstones();

    @Test
    void knowsTheErasedAmongUsers() {
        // Given
        String tombstone = tombstones().bury(alice);

        // When
        Map<String, String> erased = tombstones().of(List.of(bob, alice));

        // Then
        assertThat(erased).containsExactly(Map.entry(alice, tombstone));
    }

    @Test
    void knowsNobodyWhoWasNotErased() {
        // When
        Map<String, String> erased = tombstones().of(List.of(alice, bob));

        // Then
        assertThat(erased).isEmpty();
    }

    @Test
    void buriesAUserOnceHoweverManyTry() {
        // When
        List<String> made = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> tombstones().bury(alice))
                .distinct()
                .toList();

        // Then
        assertThat(made).singleElement().asString().startsWith("erased-");
    }

    @Test
    void givesNoTwoUsersOneTombstone() {
        // Given
        String former = tombstones().bury(alice);

        // When
        String tombstone = tombstones().bury(bob);

        // Then
        assertThat(tombstone).isNotEqualTo(former);
    }
}
