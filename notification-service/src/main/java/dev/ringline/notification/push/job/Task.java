package dev.ringline.notification.push.job;

import static java.util.Objects.requireNonNull;

import dev.ringline.notification.push.PushKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a device is to be told.
 *
 * @param due when to try (again), while it waits
 * @param deadline when it is of no use any more
 * @param sequence of the call's event that asks for it
 * @param reason why to stop, or why the call was missed
 * @param attempts how many began
 * @param reports how many were told
 * @param since when the last attempt began
 * @param otherHost Apple's other environment is to be tried, or was
 * @param outcome what became of it, once it is done
 */
record Task(
        PushKind kind,
        State state,
        Instant due,
        Instant deadline,
        long sequence,
        @Nullable String reason,
        int attempts,
        long reports,
        @Nullable Instant since,
        boolean otherHost,
        @Nullable String outcome) {

    enum State {
        WAITING,
        SENDING,
        DONE
    }

    Task {
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(due, "due");
        requireNonNull(deadline, "deadline");
    }

    static Task waiting(PushKind kind, Instant due, Instant deadline, long sequence, @Nullable String reason) {
        return new Task(kind, State.WAITING, due, deadline, sequence, reason, 0, 0, null, false, null);
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /** Whether the device may have got it. */
    boolean wasTried() {
        return attempts > 0;
    }

    Instant began() {
        return requireNonNull(since, "since");
    }

    Task starting(Instant now) {
        return new Task(
                kind, State.SENDING, due, deadline, sequence, reason, attempts + 1, reports, now, otherHost, null);
    }

    /** Waiting again, for the next attempt. */
    Task again(Instant next, boolean elsewhere) {
        return new Task(
                kind, State.WAITING, next, deadline, sequence, reason, attempts, reports, null, elsewhere, null);
    }

    Task done(String how) {
        return new Task(kind, State.DONE, due, deadline, sequence, reason, attempts, reports, since, otherHost, how);
    }

    Task reported() {
        return new Task(kind, state, due, deadline, sequence, reason, attempts, reports + 1, since, otherHost, outcome);
    }
}
