package dev.ringline.notification.rules.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.rules.user.Preferences.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @ParameterizedTest
    @CsvSource({"RING, RING", "NOTIFY, NOTIFY", "OFF, NONE"})
    void doesWithCallsWhatTheUserSays(Calls calls, Alert alert) {
        assertThat(decide(new Preferences(calls, null, Set.of(), null, null), NOON, null))
                .isEqualTo(alert);
    }

    @Test
    void tellsNothingOfMutedUsers() {
        // Given
        Preferences preferences = new Preferences(Calls.RING, null, Set.of("alice"), null, null);
        // When
        Alert alert = Preferences.decide(preferences, "alice", NOON, null);
        // Then
        assertThat(alert).isEqualTo(Alert.NONE);
        assertThat(Preferences.decide(preferences, "carol", NOON, null)).isEqualTo(Alert.RING);
    }

    @ParameterizedTest
    @CsvSource({"-1, RING", "0, RING", "1, NOTIFY"})
    void snoozesUntilTheTime(int seconds, Alert alert) {
        // Given
        Preferences preferences = new Preferences(Calls.RING, null, Set.of(), NOON.plusSeconds(seconds), null);
        // When
        Alert decided = decide(preferences, NOON, null);
        // Then
        assertThat(decided).isEqualTo(alert);
    }

    @ParameterizedTest
    @CsvSource({
        // clocks of Vienna are an hour ahead of these times in winter
        "22:00, 07:00, 2026-11-22T20:59:59Z, RING",
        "22:00, 07:00, 2026-11-22T21:00:00Z, NOTIFY",
        "22:00, 07:00, 2026-11-22T23:00:00Z, NOTIFY",
        "22:00, 07:00, 2026-11-23T05:59:59Z, NOTIFY",
        "22:00, 07:00, 2026-11-23T06:00:00Z, RING",
        "13:00, 14:00, 2026-11-22T11:59:59Z, RING",
        "13:00, 14:00, 2026-11-22T12:00:00Z, NOTIFY",
        "13:00, 14:00, 2026-11-22T13:00:00Z, RING",
        "00:00, 06:00, 2026-11-22T22:59:59Z, RING",
        "00:00, 06:00, 2026-11-22T23:00:00Z, NOTIFY",
        "18:00, 00:00, 2026-11-22T22:59:59Z, NOTIFY",
        "18:00, 00:00, 2026-11-22T23:00:00Z, RING"
    })
    void keepsQuietHoursInTheZoneOfTheUser(LocalTime from, LocalTime to, Instant now, Alert alert) {
        assertThat(decide(quiet(from, to), now, null)).isEqualTo(alert);
    }

    @ParameterizedTest
    @CsvSource({
        // from 02:00 clocks go to 03:00 at 01:00Z
        "22:00, 07:00, 2026-03-29T04:59:59Z, NOTIFY",
        "22:00, 07:00, 2026-03-29T05:00:00Z, RING",
        "02:30, 06:00, 2026-03-29T00:59:59Z, RING",
        "02:30, 06:00, 2026-03-29T01:00:00Z, NOTIFY",
        "00:30, 02:30, 2026-03-29T00:59:59Z, NOTIFY",
        "00:30, 02:30, 2026-03-29T01:00:00Z, RING",
        "02:10, 02:50, 2026-03-29T01:00:00Z, RING"
    })
    void keepsQuietHoursWhenClocksGoForward(LocalTime from, LocalTime to, Instant now, Alert alert) {
        assertThat(decide(quiet(from, to), now, null)).isEqualTo(alert);
    }

    @ParameterizedTest
    @CsvSource({
        // from 03:00 clocks go to 02:00 at 01:00Z
        "22:00, 07:00, 2026-10-25T05:59:59Z, NOTIFY",
        "22:00, 07:00, 2026-10-25T06:00:00Z, RING",
        "02:30, 06:00, 2026-10-25T00:29:59Z, RING",
        "02:30, 06:00, 2026-10-25T00:30:00Z, NOTIFY",
        "02:30, 06:00, 2026-10-25T01:15:00Z, NOTIFY",
        "00:30, 02:30, 2026-10-25T00:45:00Z, NOTIFY",
        "00:30, 02:30, 2026-10-25T01:29:59Z, NOTIFY",
        "00:30, 02:30, 2026-10-25T01:30:00Z, RING"
    })
    void keepsQuietHoursWhenClocksGoBack(LocalTime from, LocalTime to, Instant now, Alert alert) {
        assertThat(decide(quiet(from, to), now, null)).isEqualTo(alert);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T21:57:00Z, RING", "2026-11-22T21:56:59Z, NOTIFY"})
    void letsARepeatedCallerBreakThroughQuietHours(Instant lastMissed, Alert alert) {
        // Given
        Preferences preferences = new Preferences(
                Calls.RING,
                new QuietHours(VIENNA, LocalTime.of(22, 0), LocalTime.of(7, 0)),
                Set.of(),
                null,
                Duration.ofMinutes(3));
        // When
        Alert decided = decide(preferences, Instant.parse("2026-11-22T22:00:00Z"), lastMissed);
        // Then
        assertThat(decided).isEqualTo(alert);
    }

    @Test
    void letsARepeatedCallerBreakThroughSnoozing() {
        // Given
        Preferences preferences =
                new Preferences(Calls.RING, null, Set.of(), NOON.plusSeconds(60), Duration.ofMinutes(3));
        // When
        Alert decided = decide(preferences, NOON, NOON.minusSeconds(60));
        // Then
        assertThat(decided).isEqualTo(Alert.RING);
    }

    @ParameterizedTest
    @CsvSource({"NOTIFY, NOTIFY", "OFF, NONE"})
    void letsNoRepeatedCallerBreakThroughWhatTheUserSaid(Calls calls, Alert alert) {
        // Given
        Preferences preferences = new Preferences(calls, null, Set.of(), null, Duration.ofMinutes(3));
        // When
        Alert decided = decide(preferences, NOON, NOON.minusSeconds(60));
        // Then
        assertThat(decided).isEqualTo(alert);
    }

    @Test
    void doesNotAskForTheLastMissedCallWhereItDoesNotMatter() {
        // Given
        Preferences repeat = new Preferences(Calls.RING, null, Set.of(), null, Duration.ofMinutes(3));
        Preferences snoozing = new Preferences(Calls.RING, null, Set.of(), NOON.plusSeconds(60), Duration.ofMinutes(3));
        // When
        boolean matters = snoozing.askForTheLastMissed("alice", NOON);
        // Then
        assertThat(matters).isTrue();
        assertThat(repeat.askForTheLastMissed("alice", NOON)).isFalse();
    }

    private static Alert decide(Preferences preferences, Instant now, @Nullable Instant lastMissed) {
        return Preferences.decide(preferences, "alice", now, lastMissed);
    }

    private static Preferences quiet(LocalTime from, LocalTime to) {
        return new Preferences(Calls.RING, new QuietHours(VIENNA, from, to), Set.of(), null, null);
    }
}
