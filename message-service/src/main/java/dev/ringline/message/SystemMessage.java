package dev.ringline.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * The line of one ended call; once written it changes only when one of its users is erased.
 *
 * @param participants who may see it
 */
public record SystemMessage(String conversationId, List<String> participants, CallLine call) {

    /** What the line is about. */
    public static final String KIND = "call";

    public SystemMessage {
        requireNonNull(conversationId, "conversationId");
        requireNonNull(call, "call");
        participants = List.copyOf(participants);
    }

    /** The call's id: a second message for the same call would be the same message. */
    public String messageId() {
        return call.callId();
    }

    /** The end of the call. With the id it orders messages, stable under replays and late arrivals. */
    public Instant at() {
        return call.endedAt();
    }

    /** Where it stands among others. */
    public Position position() {
        return new Position(at(), messageId());
    }
}
