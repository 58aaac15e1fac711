package dev.ringline.simulator.rest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.simulator.Receiver;
import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SimulatorTest
class RecordingsApiTest {

    private final SimulatorClient client;
    private String meeting = "";

    RecordingsApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void openAMeeting() {
        client.control("POST", "/reset");
        meeting = client.meeting();
    }

    @Test
    void recordsFromTheStartToTheStop() {
        // Given
        join();
        Answer started = start();
        client.control("POST", "/clock/advance", "{\"seconds\":120}");
        String path = "/recordings/" + started.text("/data/id");
        Answer running = client.kit("GET", "/recordings/active-recording/" + meeting);
        // When
        Answer stopped = client.kit("PUT", path, "{\"action\":\"stop\"}");
        // Then
        assertThat(started.status()).isEqualTo(200);
        assertThat(started.text("/data/status")).isEqualTo("INVOKED");
        assertThat(running.text("/data/status")).isEqualTo("RECORDING");
        assertThat(stopped.text("/data/status")).isEqualTo("UPLOADING");
        Answer uploaded = client.kit("GET", path);
        assertThat(uploaded.text("/data/status")).isEqualTo("UPLOADED");
        assertThat(uploaded.at("/data/recording_duration").intValue()).isEqualTo(120);
        assertThat(uploaded.text("/data/download_url")).endsWith(".mp4");
        assertThat(uploaded.text("/data/stop_reason/reason")).isEqualTo("API_CALL");
        assertThat(client.kit("GET", "/recordings/active-recording/" + meeting).status())
                .isEqualTo(404);
    }

    @Test
    void pausesAndResumesOnlyWhatRuns() {
        // Given
        String path = "/recordings/" + start().text("/data/id");
        Answer tooEarly = client.kit("PUT", path, "{\"action\":\"pause\"}");
        join();
        Answer paused = client.kit("PUT", path, "{\"action\":\"pause\"}");
        // When
        Answer resumed = client.kit("PUT", path, "{\"action\":\"resume\"}");
        // Then
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(paused.text("/data/status")).isEqualTo("PAUSED");
        assertThat(resumed.text("/data/status")).isEqualTo("RECORDING");
    }

    @Test
    void refusesASecondRecordingUnlessSeveralAreAskedFor() {
        // Given
        start();
        // When
        Answer second = start();
        // Then
        assertThat(second.status()).isEqualTo(409);
        String several = "{\"meeting_id\":\"" + meeting + "\",\"allow_multiple_recordings\":true}";
        assertThat(client.kit("POST", "/recordings", several).status()).isEqualTo(200);
        assertThat(client.kit("GET", "/recordings?status=INVOKED&meeting_id=" + meeting)
                        .at("/data")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void stopsWithTheSession() {
        // Given
        client.kit("PATCH", "/meetings/" + meeting, "{\"record_on_start\":true}");
        join();
        // When
        client.kit("POST", "/meetings/" + meeting + "/active-session/kick-all");
        // Then
        Answer answer = client.kit("GET", "/recordings");
        assertThat(answer.text("/data/0/start_reason/reason")).isEqualTo("RECORD_ON_START");
        assertThat(answer.text("/data/0/stop_reason/reason")).isEqualTo("ALL_PEERS_LEFT");
    }

    @Test
    void tellsOfEveryChange() {
        // Given
        try (Receiver receiver = new Receiver()) {
            String webhook =
                    "{\"name\":\"r\",\"url\":\"" + receiver.url() + "\",\"events\":[\"recording.statusUpdate\"]}";
            client.kit("POST", "/webhooks", webhook);
            client.control("PUT", "/webhook-faults", "{\"fileSizeAsNumber\":true}");
            join();
            String id = start().text("/data/id");
            // When
            client.kit("PUT", "/recordings/" + id, "{\"action\":\"stop\"}");
            // Then
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> receiver.received().size() == 4);
            assertThat(receiver.received())
                    .extracting(one -> one.text("/recording/status"))
                    .containsExactly("INVOKED", "RECORDING", "UPLOADING", "UPLOADED");
            assertThat(new String(receiver.received().getLast().body())).contains("\"fileSize\":0");
        }
    }

    @Test
    void letsARecordingFailOnOrder() {
        // Given
        join();
        String id = start().text("/data/id");
        // When
        Answer answer = client.control("POST", "/recordings/" + id + "/fail");
        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(client.kit("GET", "/recordings/" + id).text("/data/status")).isEqualTo("ERRORED");
        assertThat(client.control("POST", "/recordings/" + id + "/fail").status())
                .isEqualTo(409);
    }

    @Test
    void recordsTracks() {
        // When
        Answer answer = client.kit("POST", "/recordings/track", "{\"meeting_id\":\"" + meeting + "\"}");
        // Then
        assertThat(answer.text("/data/recording/status")).isEqualTo("INVOKED");
    }

    @Test
    void refusesAMeetingThatIsNoGuid() {
        // When
        Answer answer = client.kit("POST", "/recordings", "{\"meeting_id\":\"x\"}");
        // Then
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: \"meeting_id\" must be a valid GUID");
    }

    private Answer start() {
        return client.kit("POST", "/recordings", "{\"meeting_id\":\"" + meeting + "\"}");
    }

    private void join() {
        client.join(client.participant(meeting, "alice").text("/data/token"));
    }
}
