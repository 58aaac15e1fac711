package dev.ringline.notification.stream;

import dev.ringline.notification.Frame;
import dev.ringline.notification.Frame.Snapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose stream it is.
 *
 * @param onlyCall the one call that it may tell of; absent for all calls of the user
 * @param until when the token expires that opened it
 */
record StreamOwner(String userId, String deviceId, @Nullable String onlyCall, Instant until) {

    boolean hearsOfEverything() {
        return onlyCall == null;
    }

    boolean mayHear(Frame frame) {
        return onlyCall == null
                || frame instanceof Frame.OfCall told
                        && onlyCall.equals(told.call().callId());
    }

    Snapshot mayHearOf(Snapshot whole) {
        return onlyCall == null ? whole : whole.about(onlyCall);
    }
}
