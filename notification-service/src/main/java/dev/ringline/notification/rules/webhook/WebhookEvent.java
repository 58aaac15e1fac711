package dev.ringline.notification.rules.webhook;

import dev.ringline.notification.WrittenMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the app's backend is told.
 *
 * @param id names it for ever: the same at each attempt and for each endpoint, so that a repeat can be told
 * @param at when it happened
 */
public record WebhookEvent(String id, Type type, Instant at, Data data) {

    /** What happened. */
    public enum Type {
        CALL_INITIATED("call.initiated"),
        CALL_ANSWERED("call.answered"),
        CALL_ENDED("call.ended"),
        MESSAGE_CREATED("message.created");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As it is on the wire and in settings. */
        public String word() {
            return word;
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Type::word).toList();
        }
    }

    /** What it happened to. */
    public sealed interface Data {

        /**
         * A call; what does not apply or is not known yet is absent.
         *
         * @param reason why it ended
         * @param durationSeconds whole seconds of talk
         */
        record OfCall(
                String callId,
                long version,
                String status,
                String media,
                String callerId,
                String calleeId,
                String conversationId,
                @Nullable Instant ringDeadline,
                @Nullable Instant answeredAt,
                @Nullable Instant endedAt,
                @Nullable String reason,
                @Nullable Long durationSeconds)
                implements Data {}

        /** A message, as clients read it. */
        record OfMessage(WrittenMessage message) implements Data {}
    }
}
