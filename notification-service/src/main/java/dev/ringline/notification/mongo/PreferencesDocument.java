package dev.ringline.notification.mongo;

import dev.ringline.notification.rules.user.Preferences;
import dev.ringline.notification.rules.user.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Preferences as they are stored; times of day as {@code HH:mm}. */
record PreferencesDocument(
        Preferences.Calls calls,
        @Nullable Quiet quietHours,
        List<String> mutedUsers,
        @Nullable Instant snoozeUntil,
        @Nullable Long repeatCallerSeconds) {

    record Quiet(String zone, String from, String to) {}

    static PreferencesDocument of(Preferences preferences) {
        QuietHours quiet = preferences.quietHours();
        Duration repeat = preferences.repeatCallerBreaksThrough();
        return new PreferencesDocument(
                preferences.calls(),
                quiet == null
                        ? null
                        : new Quiet(
                                quiet.zone().getId(),
                                quiet.from().toString(),
                                quiet.to().toString()),
                preferences.mutedUsers().stream().sorted().toList(),
                preferences.snoozeUntil(),
                repeat == null ? null : repeat.toSeconds());
    }

    Preferences toPreferences() {
        return new Preferences(
                calls,
                quietHours == null
                        ? null
                        : new QuietHours(
                                ZoneId.of(quietHours.zone()),
                                LocalTime.parse(quietHours.from()),
                                LocalTime.parse(quietHours.to())),
                Set.copyOf(mutedUsers),
                snoozeUntil,
                repeatCallerSeconds == null ? null : Duration.ofSeconds(repeatCallerSeconds));
    }
}
