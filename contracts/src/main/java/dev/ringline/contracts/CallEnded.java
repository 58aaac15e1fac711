package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The call is over; nothing follows.
 *
 * @param endedBy a user id or {@code system}
 * @param durationSeconds whole seconds from the connection (else the answer) to the end, 0 if never answered
 * @param connected whether media was ever confirmed on both sides
 * @param notifyMissed whether the callee is to be told of a missed call
 */
public record CallEnded(
        @JsonUnwrapped CallFacts call,
        EndReason reason,
        String endedBy,
        @Nullable String endedByDevice,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Instant connectedAt,
        Instant endedAt,
        long durationSeconds,
        boolean connected,
        boolean notifyMissed)
        implements CallEvent {

    /** The value of {@link #endedBy} when no user ended the call. */
    public static final String SYSTEM = "system";

    public CallEnded {
        requireNonNull(call, "call");
        requireNonNull(reason, "reason");
        requireNonNull(endedBy, "endedBy");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(endedAt, "endedAt");
    }
}
