package dev.ringline.notification.push.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes what opens one call's ring to one device. */
@FunctionalInterface
public interface RingTokenSource {

    /**
     * A token.
     *
     * @param ringDeadline until when it is of use, but for a moment of grace
     * @return absent where this installation signs none
     */
    @Nullable
    String make(String userId, String deviceId, String callId, Instant ringDeadline);
}
