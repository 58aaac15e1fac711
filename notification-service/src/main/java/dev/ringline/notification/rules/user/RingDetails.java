package dev.ringline.notification.rules.user;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks up what a ring says besides the call itself. */
public final class RingDetails {

    private final Users users;
    private final MissedCalls missed;
    private final InstantSource clock;

    public RingDetails(Users users, MissedCalls missed, InstantSource clock) {
        this.users = users;
        this.missed = missed;
        this.clock = clock;
    }

    /**
     * What the callee's devices are told.
     *
     * @param alert what the callee wishes now
     * @param caller how the caller is called
     */
    public record Details(Alert alert, Profile caller) {}

    /** The details of a call; waits for the store. */
    public Details of(String callerId, String calleeId) {
        Map<String, KnownUser> known = users.of(List.of(callerId, calleeId));
        return new Details(
                alert(Objects.requireNonNull(known.get(calleeId)).preferences(), callerId, calleeId),
                Objects.requireNonNull(known.get(callerId)).profile());
    }

    private Alert alert(Preferences preferences, String callerId, String calleeId) {
        Instant now = clock.instant();
        Instant last = preferences.askForTheLastMissed(callerId, now)
                ? missed.last(callerId, calleeId).orElse(null)
                : null;
        return Preferences.decide(preferences, callerId, now, last);
    }
}
