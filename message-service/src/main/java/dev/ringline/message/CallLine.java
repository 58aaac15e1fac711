package dev.ringline.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The facts of an ended call.
 *
 * @param durationSeconds whole seconds, 0 if it was never answered
 * @param connected whether media was ever confirmed on both sides
 */
public record CallLine(
        String callId,
        Media media,
        CallStatus status,
        EndReason reason,
        String callerId,
        String calleeId,
        Instant startedAt,
        Instant endedAt,
        long durationSeconds,
        boolean connected) {

    public CallLine {
        requireNonNull(callId, "callId");
        requireNonNull(media, "media");
        requireNonNull(status, "status");
        requireNonNull(reason, "reason");
        requireNonNull(callerId, "callerId");
        requireNonNull(calleeId, "calleeId");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(endedAt, "endedAt");
        if (durationSeconds < 0) {
            throw new IllegalArgumentException("durationSeconds: %d (expected: 0 or more)".formatted(durationSeconds));
        }
    }

    CallLine between(String caller, String callee) {
        return new CallLine(
                callId, media, status, reason, caller, callee, startedAt, endedAt, durationSeconds, connected);
    }
}
