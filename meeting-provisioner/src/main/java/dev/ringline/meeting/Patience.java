package dev.ringline.meeting;

import java.time.Instant;

/**
 * When a failed attempt is repeated.
 *
 * @param asking while somebody waits for the meeting
 * @param closing when the meeting only has to be closed
 */
public record Patience(Backoff asking, Backoff closing) {

    Instant retryAt(Instant now, Schedule failed, ProviderFailure failure) {
        return now.plus(asking.after(failed.failures() + 1, failure.retryAfter()));
    }

    Instant closeAgainAt(Instant now, Schedule failed, ProviderFailure failure) {
        return now.plus(closing.after(failed.failures() + 1, failure.retryAfter()));
    }
}
