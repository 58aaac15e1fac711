package dev.ringline.notification.http.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.notification.rules.user.Preferences;
import dev.ringline.notification.rules.user.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Preferences as clients write and read them; {@code calls} is needed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreferencesBody(
        @Nullable CallsName calls,
        @Nullable Quiet quietHours,
        @Nullable List<@Nullable String> mutedUsers,
        @Nullable Instant snoozeUntil,
        @Nullable Integer repeatCallerBreaksThroughMinutes) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    /** Times of day as {@code HH:MM}. */
    record Quiet(
            @Nullable String zone,
            @Nullable String from,
            @Nullable String to) {}

    static PreferencesBody of(Preferences preferences) {
        QuietHours quiet = preferences.quietHours();
        Duration repeat = preferences.repeatCallerBreaksThrough();
        return new PreferencesBody(
                CallsName.of(preferences.calls()),
                quiet == null ? null : new Quiet(quiet.zone().getId(), minute(quiet.from()), minute(quiet.to())),
                List.copyOf(preferences.mutedUsers().stream().sorted().toList()),
                preferences.snoozeUntil(),
                repeat == null ? null : Math.toIntExact(repeat.toMinutes()));
    }

    private static String minute(LocalTime time) {
        return MINUTE.format(time);
    }
}
