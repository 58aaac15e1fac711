package dev.ringline.notification.http.user;

import static java.util.Objects.requireNonNull;

import dev.ringline.http.InvalidField;
import dev.ringline.http.OpaqueIdRule;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.rules.user.Preferences;
import dev.ringline.notification.rules.user.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Preferences as clients send them, in this service's own words. */
final class PreferencesReading {

    private static final Pattern MINUTE = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final int MOST_MUTED = 100;
    private static final int LONGEST_REPEAT = 24 * 60;

    private final List<InvalidField> errors = new ArrayList<>();

    private PreferencesReading() {}

    /**
     * The preferences.
     *
     * @throws ProblemException 400 {@code invalid-request}
     */
    static Preferences read(PreferencesBody body) {
        return new PreferencesReading().preferences(body);
    }

    private Preferences preferences(PreferencesBody body) {
        require(body.calls() != null, "calls", "is required");
        QuietHours quiet = body.quietHours() == null ? null : quietHours(body.quietHours());
        Set<String> muted = muted(body.mutedUsers());
        Integer repeat = body.repeatCallerBreaksThroughMinutes();
        require(
                repeat == null || (repeat >= 1 && repeat <= LONGEST_REPEAT),
                "repeatCallerBreaksThroughMinutes",
                "must be a whole number from 1 to " + LONGEST_REPEAT);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        return new Preferences(
                requireNonNull(body.calls()).toCalls(),
                quiet,
                muted,
                body.snoozeUntil() == null ? null : body.snoozeUntil().truncatedTo(ChronoUnit.MILLIS),
                repeat == null ? null : Duration.ofMinutes(repeat));
    }

    private @Nullable QuietHours quietHours(PreferencesBody.Quiet quiet) {
        int before = errors.size();
        require(
                quiet.zone() != null && ZONES.contains(quiet.zone()),
                "quietHours.zone",
                "must be a time zone such as Europe/Vienna");
        require(isMinute(quiet.from()), "quietHours.from", "must be a time of day such as 22:00");
        require(isMinute(quiet.to()), "quietHours.to", "must be a time of day such as 07:00");
        require(
                quiet.to() == null || !quiet.to().equals(quiet.from()),
                "quietHours.to",
                "must be another time than quietHours.from");
        return errors.size() > before
                ? null
                : new QuietHours(
                        ZoneId.of(requireNonNull(quiet.zone())),
                        LocalTime.parse(requireNonNull(quiet.from())),
                        LocalTime.parse(requireNonNull(quiet.to())));
    }

    private Set<String> muted(@Nullable List<@Nullable String> users) {
        List<@Nullable String> all = users == null ? List.of() : users;
        require(all.size() <= MOST_MUTED, "mutedUsers", "must be at most %d users".formatted(MOST_MUTED));
        require(
                all.stream().allMatch(OpaqueIdRule::accepts),
                "mutedUsers",
                "must be user ids: each " + OpaqueIdRule.MESSAGE);
        Set<String> muted = new HashSet<>();
        all.stream().filter(Objects::nonNull).forEach(user -> muted.add(requireNonNull(user)));
        return muted;
    }

    private static boolean isMinute(@Nullable String time) {
        return time != null && MINUTE.matcher(time).matches();
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new InvalidField(field, message));
        }
    }
}
