package dev.ringline.notification.rules.user;

import java.time.Instant;
import java.util.Optional;

/** Which calls were missed lately. */
@FunctionalInterface
public interface MissedCalls {

    /** When the callee last missed a call of the caller; calls of the last days count. */
    Optional<Instant> last(String callerId, String calleeId);
}
