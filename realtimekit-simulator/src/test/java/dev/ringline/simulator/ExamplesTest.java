package dev.ringline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.simulator.Receiver.Received;
import dev.ringline.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator answers and tells what the examples of the real service show. The client is held to the same files. */
@SimulatorTest
class ExamplesTest {

    private static final String EVERY_EVENT =
            "[\"meeting.started\",\"meeting.ended\",\"meeting.participantJoined\",\"meeting.participantLeft\","
                    + "\"meeting.chatSynced\",\"recording.statusUpdate\",\"livestreaming.statusUpdate\","
                    + "\"meeting.transcript\",\"meeting.summary\"]";

    private final SimulatorClient client;
    private Map<String, String> ids = Map.of();

    ExamplesTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void letSomebodyBeIn() {
        client.control("POST", "/reset");
        String empty = client.meeting();
        String meeting = client.meeting();
        Answer participant = client.participant(meeting, "user-123");
        String session = client.join(participant.text("/data/token")).text("/sessionId");
        ids = Map.of(
                "{meeting}", meeting,
                "{participant}", participant.text("/data/id"),
                "{session}", session,
                "{empty}", empty,
                "{stranger}", UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void answersAsTheRealServiceDoes(String name) throws IOException {
        // Given
        JsonNode example = read("exchanges/" + name);
        JsonNode request = example.required("request");
        String[] body =
                request.has("body") ? new String[] {request.required("body").toString()} : new String[0];
        // When
        Answer answer = client.kit(
                request.required("method").stringValue(),
                request.required("path").stringValue(),
                body);
        // Then
        assertThat(answer.status()).isEqualTo(example.at("/response/status").intValue());
        assertThat(Shape.difference(example.at("/response/body"), answer.at("")))
                .isEmpty();
        assertThat(answer.at("/error")).isEqualTo(example.at("/response/body/error"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void tellsWhatTheRealServiceTells(String name) throws IOException {
        // Given
        JsonNode example = read("events/" + name).required("body");
        String event = example.required("event").stringValue();
        try (Receiver receiver = new Receiver()) {
            client.kit(
                    "POST",
                    "/webhooks",
                    "{\"name\":\"all\",\"url\":\"" + receiver.url() + "\",\"events\":" + EVERY_EVENT + "}");
            // When
            callWithEverything();
            // Then
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            receiver.events().stream().filter(event::equals).count() >= 1
                                    && receiver.events().contains("meeting.summary"));
            Received last = receiver.received().stream()
                    .filter(one -> one.event().equals(event))
                    .reduce((_, later) -> later)
                    .orElseThrow();
            assertThat(Shape.difference(example, JsonMapper.shared().readTree(last.body())))
                    .isEmpty();
        }
    }

    private void callWithEverything() {
        String body = "{\"title\":\"Weekly sync\",\"persist_chat\":true,\"transcribe_on_end\":true,"
                + "\"summarize_on_end\":true,\"record_on_start\":true,\"live_stream_on_start\":true}";
        String meeting = client.kit("POST", "/meetings", body).text("/data/id");
        client.join(client.participant(meeting, "user-456").text("/data/token"));
        String recording =
                client.kit("GET", "/recordings/active-recording/" + meeting).text("/data/id");
        client.kit("PUT", "/recordings/" + recording, "{\"action\":\"stop\"}");
        client.kit("POST", "/meetings/" + meeting + "/active-session/kick-all");
    }

    static Stream<String> exchanges() throws IOException {
        return names("exchanges");
    }

    static Stream<String> events() throws IOException {
        return names("events");
    }

    private static Stream<String> names(String folder) throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath:realtimekit/" + folder + "/*.json");
        assertThat(files).isNotEmpty();
        return Arrays.stream(files).map(Resource::getFilename).sorted();
    }

    private JsonNode read(String path) throws IOException {
        String text = new PathMatchingResourcePatternResolver()
                .getResource("classpath:realtimekit/" + path)
                .getContentAsString(UTF_8);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace(id.getKey(), id.getValue());
        }
        return JsonMapper.shared().readTree(text);
    }
}
