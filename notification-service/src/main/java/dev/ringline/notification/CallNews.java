package dev.ringline.notification;

import static java.util.Objects.requireNonNull;

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

    CallNews recalling(LiveCall known) {
        return new CallNews(kind, call.recalling(known), deviceId);
    }
}
