package dev.ringline.message;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A call that is over.
 *
 * @param silent the callee must not learn of it
 * @param fingerprint of the event that told of the end
 */
public record EndedCall(CallLine call, String conversationId, boolean silent, Fingerprint fingerprint) {

    public EndedCall {
        requireNonNull(call, "call");
        requireNonNull(conversationId, "conversationId");
        requireNonNull(fingerprint, "fingerprint");
    }

    /** The line that it leaves. */
    SystemMessage message() {
        return new SystemMessage(conversationId, participants(), call);
    }

    private List<String> participants() {
        return silent ? List.of(call.callerId()) : List.of(call.callerId(), call.calleeId());
    }
}
