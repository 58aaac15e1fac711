package dev.ringline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SimulatorTest
@ExtendWith(OutputCaptureExtension.class)
class ObservationTest {

    private final SimulatorClient client;

    ObservationTest(SimulatorClient client) {
        this.client = client;
    }

    @Test
    void writesOneStructuredLinePerEffect(CapturedOutput output) {
        // Given
        String meeting = client.meeting();
        client.participant(meeting, "user-123");

        // When
        client.kit("PATCH", "/meetings/" + meeting, "{\"status\":\"INACTIVE\"}");

        // Then
        assertThat(lines(output, meeting))
                .extracting(line -> line.get("message").stringValue() + ": "
                        + line.get("outcome").stringValue())
                .containsExactly(
                        "meeting created: active", "participant added: added", "meeting status changed: inactive");
    }

    @Test
    void writesNoTokenAndNobodysId(CapturedOutput output) {
        // Given
        String meeting = client.meeting();

        // When
        Answer added = client.participant(meeting, "user-123");

        // Then
        assertThat(output.getAll())
                .contains(meeting)
                .doesNotContain(added.text("/data/token"), "user-123", SimulatorClient.API_TOKEN);
    }

    @Test
    void putsItsNameOnEveryMeter() throws IOException {
        // When
        Answer metrics = client.send(client.request("GET", "/actuator/prometheus"));

        // Then
        assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.contains("application=\"realtimekit-simulator\""));
    }

    private static List<JsonNode> lines(CapturedOutput output, String meeting) {
        return output.getAll()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JsonMapper.shared()::readTree)
                .filter(line -> meeting.equals(line.path("meetingId").asString()))
                .toList();
    }
}
