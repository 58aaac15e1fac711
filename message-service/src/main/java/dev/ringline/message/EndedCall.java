package dev.ringline.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

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

    List<String> users() {
        return List.of(call.callerId(), call.calleeId());
    }

    /** The same call with tombstones in the places of erased users, by user id. */
    EndedCall without(Map<String, String> erased) {
        if (erased.isEmpty()) {
            return this;
        }
        CallLine anonymous = call.between(
                erased.getOrDefault(call.callerId(), call.callerId()),
                erased.getOrDefault(call.calleeId(), call.calleeId()));
        return new EndedCall(anonymous, conversationId, silent, Fingerprint.ERASED);
    }

    private List<String> participants() {
        return silent ? List.of(call.callerId()) : users();
    }
}
