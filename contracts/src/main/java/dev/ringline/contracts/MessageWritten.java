package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * message-service wrote the one system message of an ended call. Told on {@link Topics#MESSAGE_EVENTS}; repeated
 * deliveries carry the same {@code messageId}.
 *
 * @param messageId the call's id: one message per call
 * @param kind {@code call}
 * @param participants who may see the message
 * @param at the end of the call
 */
public record MessageWritten(
        String messageId,
        long sequence,
        String conversationId,
        String kind,
        List<String> participants,
        CallLine call,
        Instant at)
        implements Event {

    public MessageWritten {
        requireNonNull(messageId, "messageId");
        requireNonNull(conversationId, "conversationId");
        requireNonNull(kind, "kind");
        requireNonNull(call, "call");
        requireNonNull(at, "at");
        participants = List.copyOf(participants);
    }

    @Override
    public String subject() {
        return messageId;
    }

    @Override
    public String key() {
        return conversationId;
    }

    /** The facts of the ended call. */
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
        }
    }
}
