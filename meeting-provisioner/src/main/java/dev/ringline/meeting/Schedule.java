package dev.ringline.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the next step is due.
 *
 * @param due null when there is nothing to do; while somebody works, the time until which the work is his
 * @param failures how many attempts of the present step failed in a row
 * @param lastFailure why the last one did
 */
public record Schedule(
        @Nullable Instant due, int failures, @Nullable FailureReason lastFailure) {

    static Schedule at(Instant due) {
        return new Schedule(due, 0, null);
    }

    static Schedule idle() {
        return new Schedule(null, 0, null);
    }

    Schedule retry(Instant due, FailureReason failure) {
        return new Schedule(due, failures + 1, failure);
    }

    boolean waits() {
        return failures > 0;
    }

    Schedule atTheLatest(Instant limit) {
        return due != null && due.isAfter(limit) ? new Schedule(limit, failures, lastFailure) : this;
    }
}
