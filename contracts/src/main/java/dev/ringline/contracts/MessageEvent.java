package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** A fact about a message of a conversation, told by message-service on {@link Topics#MESSAGE_EVENTS}. */
public sealed interface MessageEvent extends Event {

    String messageId();

    String conversationId();

    @Override
    default String subject() {
        return messageId();
    }

    @Override
    default String key() {
        return conversationId();
    }

    /**
     * message-service wrote the one system message of an ended call. Repeated deliveries carry the same
     * {@code messageId}.
     *
     * @param messageId the call's id: one message per call
     * @param kind {@code call}
     * @param participants who may see the message
     * @param at the end of the call
     */
    record MessageWritten(
            String messageId,
            long sequence,
            String conversationId,
            String kind,
            List<String> participants,
            CallLine call,
            Instant at)
            implements MessageEvent {

        public MessageWritten {
            requireNonNull(messageId, "messageId");
            requireNonNull(conversationId, "conversationId");
            requireNonNull(kind, "kind");
            requireNonNull(call, "call");
            requireNonNull(at, "at");
            participants = List.copyOf(participants);
        }
    }

    /** The facts of the ended call. */
    record CallLine(
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
