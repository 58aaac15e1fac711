package dev.ringline.notification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * The one system message of an ended call, in the shape in which clients read it; rendering its text is the client's
 * business.
 *
 * @param participants who may see it
 * @param at the end of the call
 */
public record WrittenMessage(
        String messageId,
        String conversationId,
        String type,
        String kind,
        List<String> participants,
        Line call,
        Instant at) {

    public WrittenMessage {
        requireNonNull(messageId, "messageId");
        participants = List.copyOf(participants);
    }

    /** The facts of the ended call. */
    public record Line(
            String callId,
            String media,
            String status,
            String reason,
            String callerId,
            String calleeId,
            Instant startedAt,
            Instant endedAt,
            long durationSeconds,
            boolean connected) {}
}
