package dev.ringline.notification.kafka;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallFacts;
import dev.ringline.notification.WrittenMessage;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data;
import dev.ringline.notification.rules.webhook.WebhookEvent.Type;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events as the app's backend is told of them. */
final class WebhookWords {

    private final String id;
    private final Map<String, String> erased;

    /**
     * @param id of the event, which names it for the backend, too
     * @param erased what stands in the places of users who were
     */
    WebhookWords(String id, Map<String, String> erased) {
        this.id = id;
        this.erased = erased;
    }

    /** Empty for what no backend is told of. */
    Optional<WebhookEvent> of(CallEvent event) {
        return switch (event) {
            case CallInitiated initiated ->
                Optional.of(event(
                        Type.CALL_INITIATED,
                        initiated.createdAt(),
                        initiated.call(),
                        new Times(initiated.ringDeadline(), null, null, null, null)));
            case CallAnswered answered ->
                Optional.of(event(
                        Type.CALL_ANSWERED,
                        answered.answeredAt(),
                        answered.call(),
                        new Times(null, answered.answeredAt(), null, null, null)));
            case CallEnded ended ->
                Optional.of(event(
                        Type.CALL_ENDED,
                        ended.endedAt(),
                        ended.call(),
                        new Times(
                                null,
                                ended.answeredAt(),
                                ended.endedAt(),
                                word(ended.reason()),
                                ended.durationSeconds())));
            default -> Optional.empty();
        };
    }

    WebhookEvent of(WrittenMessage message) {
        return new WebhookEvent(id, Type.MESSAGE_CREATED, message.at(), new Data.OfMessage(message));
    }

    private record Times(
            @Nullable Instant ringDeadline,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String reason,
            @Nullable Long durationSeconds) {}

    private WebhookEvent event(Type type, Instant at, CallFacts call, Times times) {
        return new WebhookEvent(
                id,
                type,
                at,
                new Data.OfCall(
                        call.callId(),
                        call.version(),
                        word(call.status()),
                        word(call.media()),
                        user(call.callerId()),
                        user(call.calleeId()),
                        call.conversationId(),
                        times.ringDeadline(),
                        times.answeredAt(),
                        times.endedAt(),
                        times.reason(),
                        times.durationSeconds()));
    }

    private String user(String id) {
        return erased.getOrDefault(id, id);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
