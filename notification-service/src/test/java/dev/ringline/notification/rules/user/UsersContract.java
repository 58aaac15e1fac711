package dev.ringline.notification.rules.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.rules.user.Preferences.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place keeps that keeps what is known of users. */
public abstract class UsersContract {

    private static final Profile ALICE = new Profile("Alice", "https://a.example/alice.png");
    private static final Profile OTHER = new Profile("Alice Example", null);

    private final String alice = "alice-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    protected abstract Users users();

    @Test
    void knowsNothingOfStrangers() {
        assertThat(users().of(List.of(alice, bob)))
                .hasSize(2)
                .containsEntry(alice, KnownUser.STRANGER)
                .containsEntry(bob, KnownUser.STRANGER);
    }

    @Test
    void keepsWhatTheLastTokenSaid() {
        // Given
        users().name(alice, ALICE);
        // When
        boolean kept = users().name(alice, OTHER);
        // Then
        assertThat(kept).isTrue();
        assertThat(known().profile()).isEqualTo(OTHER);
    }

    @Test
    void believesTheBackendMoreThanTokens() {
        // Given
        users().nameForGood(alice, ALICE);
        // When
        boolean kept = users().name(alice, OTHER);
        // Then
        assertThat(kept).isFalse();
        assertThat(known().profile()).isEqualTo(ALICE);
    }

    @Test
    void believesTokensAgainWhenTheBackendSaysNothingMore() {
        // Given
        users().nameForGood(alice, ALICE);
        users().nameForGood(alice, Profile.UNKNOWN);
        // When
        boolean kept = users().name(alice, OTHER);
        // Then
        assertThat(kept).isTrue();
        assertThat(known().profile()).isEqualTo(OTHER);
    }

    @Test
    void keepsWholePreferencesBesideTheProfile() {
        // Given
        var preferences = new Preferences(
                Calls.NOTIFY,
                new QuietHours(ZoneId.of("Europe/Vienna"), LocalTime.of(22, 0), LocalTime.of(7, 30)),
                Set.of("carol", "dave"),
                Instant.parse("2026-11-22T09:30:00Z"),
                Duration.ofMinutes(3));
        users().name(alice, ALICE);
        // When
        users().prefer(alice, preferences);
        // Then
        assertThat(known()).isEqualTo(new KnownUser(ALICE, preferences));
    }

    @Test
    void forgetsPreferencesThatAreLeftOut() {
        // Given
        users().prefer(alice, new Preferences(Calls.OFF, null, Set.of("carol"), Instant.EPOCH, Duration.ofMinutes(1)));
        // When
        users().prefer(alice, Preferences.NONE);
        // Then
        assertThat(known().preferences()).isEqualTo(Preferences.NONE);
    }

    private KnownUser known() {
        return users().of(List.of(alice)).getOrDefault(alice, KnownUser.STRANGER);
    }
}
