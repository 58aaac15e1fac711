package dev.ringline.notification.rules.user;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a user wishes to be alerted of calls. It decides what is sent to him, and nothing that the caller can learn.
 *
 * @param quietHours when calls only notify; absent for never
 * @param mutedUsers whose calls are not told at all
 * @param snoozeUntil until then calls only notify
 * @param repeatCallerBreaksThrough how soon after a missed call the same caller rings in spite of quiet hours and
 *     snoozing; absent for never
 */
public record Preferences(
        Calls calls,
        @Nullable QuietHours quietHours,
        Set<String> mutedUsers,
        @Nullable Instant snoozeUntil,
        @Nullable Duration repeatCallerBreaksThrough) {

    /** Every call rings. */
    public static final Preferences NONE = new Preferences(Calls.RING, null, Set.of(), null, null);

    public Preferences {
        requireNonNull(calls, "calls");
        mutedUsers = Set.copyOf(mutedUsers);
    }

    /** What calls do as a rule. */
    public enum Calls {
        RING,
        NOTIFY,
        OFF
    }

    /**
     * How the user is to learn of a call.
     *
     * @param lastMissedFromSameCaller when he last missed one; null for never, or where it does not matter
     */
    public static Alert decide(
            Preferences preferences, String caller, Instant now, @Nullable Instant lastMissedFromSameCaller) {
        if (preferences.calls == Calls.OFF || preferences.mutedUsers.contains(caller)) {
            return Alert.NONE;
        }
        if (preferences.calls == Calls.NOTIFY) {
            return Alert.NOTIFY;
        }
        boolean breaksThrough = preferences.isRepeated(now, lastMissedFromSameCaller);
        return preferences.isQuiet(now) && !breaksThrough ? Alert.NOTIFY : Alert.RING;
    }

    /** Whether it matters when the last call of the same caller was missed. */
    boolean askForTheLastMissed(String caller, Instant now) {
        return repeatCallerBreaksThrough != null && decide(this, caller, now, now) != decide(this, caller, now, null);
    }

    private boolean isQuiet(Instant now) {
        return (snoozeUntil != null && now.isBefore(snoozeUntil)) || (quietHours != null && quietHours.include(now));
    }

    private boolean isRepeated(Instant now, @Nullable Instant lastMissed) {
        return repeatCallerBreaksThrough != null
                && lastMissed != null
                && !now.isAfter(lastMissed.plus(repeatCallerBreaksThrough));
    }
}
