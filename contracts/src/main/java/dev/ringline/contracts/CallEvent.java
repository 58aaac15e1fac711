package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact about a call, told by call-service on {@link Topics#CALL_EVENTS}. */
public sealed interface CallEvent extends Event {

    CallFacts call();

    @Override
    default String subject() {
        return call().callId();
    }

    @Override
    default String key() {
        return call().callId();
    }

    @Override
    default long sequence() {
        return call().sequence();
    }

    /** A call began to ring. Devices ring until {@code ringDeadline}. */
    record CallInitiated(@JsonUnwrapped CallFacts call, Instant ringDeadline, boolean waiting, Instant createdAt)
            implements CallEvent {

        public CallInitiated {
            requireNonNull(call, "call");
            requireNonNull(ringDeadline, "ringDeadline");
            requireNonNull(createdAt, "createdAt");
        }
    }

    /** A device of the callee rings; {@code deviceId} is absent when no device is to be told. */
    record CallAlerting(
            @JsonUnwrapped CallFacts call, @Nullable String deviceId, Instant at) implements CallEvent {

        public CallAlerting {
            requireNonNull(call, "call");
            requireNonNull(at, "at");
        }
    }

    /** The callee answered. */
    record CallAnswered(@JsonUnwrapped CallFacts call, Instant answeredAt) implements CallEvent {

        public CallAnswered {
            requireNonNull(call, "call");
            requireNonNull(answeredAt, "answeredAt");
        }
    }

    /** The tokens of the call are stored: whoever holds a side can now ask for its join grant. */
    record CallReady(@JsonUnwrapped CallFacts call, Instant at) implements CallEvent {

        public CallReady {
            requireNonNull(call, "call");
            requireNonNull(at, "at");
        }
    }

    /** Whether the callee is busy with another call has changed while this one rings. */
    record CallWaiting(@JsonUnwrapped CallFacts call, boolean waiting, Instant at) implements CallEvent {

        public CallWaiting {
            requireNonNull(call, "call");
            requireNonNull(at, "at");
        }
    }

    /** Media runs on both sides, for the first time or again. */
    record CallConnected(@JsonUnwrapped CallFacts call, Instant connectedAt) implements CallEvent {

        public CallConnected {
            requireNonNull(call, "call");
            requireNonNull(connectedAt, "connectedAt");
        }
    }

    /** The user goes on with the call on another device, which from now on alone holds that side. */
    record CallMoved(@JsonUnwrapped CallFacts call, String userId, String fromDevice, String toDevice, Instant at)
            implements CallEvent {

        public CallMoved {
            requireNonNull(call, "call");
            requireNonNull(userId, "userId");
            requireNonNull(fromDevice, "fromDevice");
            requireNonNull(toDevice, "toDevice");
            requireNonNull(at, "at");
        }
    }

    /** Nobody has heard of the call's devices for a while: who is in the meeting? */
    record CallEvidenceWanted(@JsonUnwrapped CallFacts call, String meetingId, Instant at) implements CallEvent {

        public CallEvidenceWanted {
            requireNonNull(call, "call");
            requireNonNull(meetingId, "meetingId");
            requireNonNull(at, "at");
        }
    }

    /**
     * The call is over; nothing follows.
     *
     * @param endedBy a user id or {@code system}
     * @param durationSeconds whole seconds from the connection (else the answer) to the end, 0 if never answered
     * @param connected whether media was ever confirmed on both sides
     * @param notifyMissed whether the callee is to be told of a missed call
     */
    record CallEnded(
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
}
