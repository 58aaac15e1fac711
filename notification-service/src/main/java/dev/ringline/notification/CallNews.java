package dev.ringline.notification;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a call.
 *
 * @param call as it was right after
 * @param deviceId the device that did it, where the call itself does not tell
 */
public record CallNews(Kind kind, LiveCall call, @Nullable String deviceId) {

    public CallNews {
        requireNonNull(kind, "kind");
        requireNonNull(call, "call");
    }

    public CallNews(Kind kind, LiveCall call) {
        this(kind, call, null);
    }

    /** What happened. */
    public enum Kind {
        INITIATED,
        ALERTING,
        ANSWERED,
        /** The tokens are stored: the holding devices can join. */
        READY,
        /** Whether the callee is in another call has changed. */
        WAITING,
        CONNECTED,
        /** One side goes on with another device. */
        MOVED,
        EVIDENCE_WANTED,
        ENDED
    }

    /** This news with other ids in the places of some users. */
    public CallNews replacing(Map<String, String> users) {
        return new CallNews(kind, call.replacing(users), deviceId);
    }

    CallNews recalling(LiveCall known) {
        return new CallNews(kind, call.recalling(known), deviceId);
    }
}
