package dev.ringline.notification.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.EventType;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.notification.CallNews;
import dev.ringline.notification.WrittenMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads every sample that was ever published of the events that this service listens to. */
class EventWordsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest(name = "{0}")
    @MethodSource("callEvents")
    void tellsACallAsItsEventDoes(Resource sample) throws IOException {
        // Given
        JsonNode told = JSON.readTree(sample.getContentAsByteArray());
        // When
        CallNews news =
                EventWords.of((CallEvent) JSON.treeToValue(told, type(sample).record()));
        // Then
        assertThat(type(sample)).hasToString("CALL_" + news.kind());
        assertThat(news.call().callId()).isEqualTo(told.get("callId").asString());
        assertThat(news.call().version()).isEqualTo(told.get("version").asLong());
        assertThat(news.call().sequence()).isEqualTo(told.get("sequence").asLong());
        assertThat(news.call().status().word()).isEqualTo(told.get("status").asString());
        assertThat(news.call().phase()).isEqualTo(told.get("phase").asString());
        assertThat(news.call().media()).isEqualTo(told.get("media").asString());
        assertThat(news.call().callee().deviceId()).isEqualTo(optional(told, "answeredByDevice"));
        assertThat(news.deviceId())
                .isEqualTo(news.kind() == CallNews.Kind.ALERTING ? optional(told, "deviceId") : null);
        assertThat(news.call().silent()).isEqualTo(told.get("silent").asBoolean());
        assertThat(news.call().ringDeadline() == null)
                .isEqualTo(told.path("ringDeadline").isMissingNode());
        assertThat(news.call().waiting() == null).isEqualTo(told.path("waiting").isMissingNode());
        assertThat(news.call().end() == null ? null : news.call().end().reason())
                .isEqualTo(optional(told, "reason"));
        assertThat(news.call().end() == null ? null : news.call().end().byDevice())
                .isEqualTo(optional(told, "endedByDevice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messageEvents")
    void tellsAMessageAsItsEventDoes(Resource sample) throws IOException {
        // Given
        JsonNode told = JSON.readTree(sample.getContentAsByteArray());
        // When
        WrittenMessage message = EventWords.of(JSON.treeToValue(told, MessageWritten.class));
        // Then
        JsonNode shown = JSON.valueToTree(message);
        assertThat(shown.get("type").asString()).isEqualTo("system");
        for (String field : List.of("messageId", "conversationId", "kind", "participants", "at")) {
            assertThat(shown.get(field)).isEqualTo(told.get(field));
        }
        told.get("call").propertyNames().stream()
                .filter(field -> !field.equals("addedLater"))
                .forEach(field -> assertThat(shown.at("/call/" + field).asString())
                        .isEqualTo(told.at("/call/" + field).asString()));
    }

    static Stream<Resource> callEvents() throws IOException {
        return samples("call-events");
    }

    static Stream<Resource> messageEvents() throws IOException {
        return samples("message-events");
    }

    private static Stream<Resource> samples(String topic) throws IOException {
        return Arrays.stream(
                new PathMatchingResourcePatternResolver().getResources("classpath*:samples/" + topic + "/*/*.json"));
    }

    /** The folder of a sample is its type: {@code call-ended.v1}. */
    static EventType type(Resource sample) throws IOException {
        String path = sample.getURL().getPath();
        String folder =
                path.substring(path.lastIndexOf("call-events/") + "call-events/".length(), path.lastIndexOf('/'));
        return EventType.named("dev.ringline." + folder.replaceFirst("-", ".")).orElseThrow();
    }

    private static String optional(JsonNode event, String field) {
        return event.path(field).asString(null);
    }
}
