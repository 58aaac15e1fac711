package dev.ringline.message.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.testkit.EventProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class ObservationIT {

    @LocalServerPort
    int port;

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final String callId = Ends.newCallId();

    @Test
    void writesOneStructuredLinePerEnd() throws IOException {
        // Given
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));
        probe.await(MessageWritten.class, callId);

        // When
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));

        // Then
        await().untilAsserted(() -> assertThat(lines())
                .extracting(line -> line.get("message").stringValue() + ": "
                        + line.get("outcome").stringValue())
                .containsExactly("message written: written", "message already there: repeated"));
        assertThat(lines()).allSatisfy(line -> {
            assertThat(line.get("eventType").stringValue()).isEqualTo("dev.ringline.call.ended.v1");
            assertThat(line.get("eventId").stringValue()).isNotEmpty();
        });
    }

    @Test
    void putsItsNameOnEveryMeter() {
        // Given
        RestClient actuator = RestClient.create("http://localhost:" + port + "/actuator");

        // When
        String metrics = actuator.get().uri("/prometheus").retrieve().body(String.class);

        // Then
        assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.contains("application=\"message-service\""));
    }

    /** What the structured log tells of this call. */
    private List<JsonNode> lines() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("target/structured.log"))) {
            return lines.map(JsonMapper.shared()::readTree)
                    .filter(line -> callId.equals(line.path("callId").asString()))
                    .toList();
        }
    }
}
