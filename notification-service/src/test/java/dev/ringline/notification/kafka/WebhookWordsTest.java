package dev.ringline.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.EventType;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data.OfCall;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookWordsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<EventType> TOLD =
            Set.of(EventType.CALL_INITIATED, EventType.CALL_ANSWERED, EventType.CALL_ENDED);

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.ringline.notification.kafka.EventWordsTest#callEvents")
    void tellsTheBackendWhatTheEventSays(Resource sample) throws IOException {
        // Given
        JsonNode told = JSON.readTree(sample.getContentAsByteArray());
        EventType type = EventWordsTest.type(sample);
        CallEvent event = (CallEvent) JSON.treeToValue(told, type.record());
        // When
        Optional<WebhookEvent> words = new WebhookWords("e1", Map.of("alice", "gone-1")).of(event);
        // Then
        assertThat(words.isPresent()).isEqualTo(TOLD.contains(type));
        words.ifPresent(word -> {
            OfCall call = (OfCall) word.data();
            assertThat(word.id()).isEqualTo("e1");
            assertThat(word.type().word().replace('.', '_')).isEqualToIgnoringCase(type.name());
            assertThat(call.callId()).isEqualTo(told.get("callId").asString());
            assertThat(call.status()).isEqualTo(told.get("status").asString());
            assertThat(call.callerId())
                    .isEqualTo(told.get("callerId").asString().replace("alice", "gone-1"));
            assertThat(call.ringDeadline()).isEqualTo(time(told, "ringDeadline"));
            assertThat(call.answeredAt()).isEqualTo(time(told, "answeredAt"));
            assertThat(call.endedAt()).isEqualTo(time(told, "endedAt"));
            assertThat(call.durationSeconds() == null)
                    .isEqualTo(told.path("durationSeconds").isMissingNode());
        });
    }

    private static Instant time(JsonNode told, String field) {
        JsonNode found = told.path(field);
        return found.isMissingNode() || found.isNull() ? null : Instant.parse(found.asString());
    }
}
