package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What every call event says of its call, as it was right after the event.
 *
 * @param version counts the writes of the call
 * @param sequence counts the events of the call
 * @param silent the callee must not learn of this call by any channel
 * @param callerDevice the device that dialled last
 * @param answeredByDevice the device that holds the callee's side: it answered, or the callee moved to it since; absent
 *     until the call is answered
 */
public record CallFacts(
        String callId,
        long version,
        long sequence,
        String callerId,
        String calleeId,
        String conversationId,
        Media media,
        CallStatus status,
        CallPhase phase,
        boolean silent,
        String callerDevice,
        @Nullable String answeredByDevice) {

    public CallFacts {
        requireNonNull(callId, "callId");
        requireNonNull(callerId, "callerId");
        requireNonNull(calleeId, "calleeId");
        requireNonNull(conversationId, "conversationId");
        requireNonNull(media, "media");
        requireNonNull(status, "status");
        requireNonNull(phase, "phase");
        requireNonNull(callerDevice, "callerDevice");
    }
}
