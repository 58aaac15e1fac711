package dev.ringline.simulator.rest.livestream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SimulatorTest
class LivestreamsApiTest {

    private final SimulatorClient client;
    private String meeting = "";

    LivestreamsApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void openAMeeting() {
        client.control("POST", "/reset");
        meeting = client.meeting();
        client.join(client.participant(meeting, "alice").text("/data/token"));
    }

    @Test
    void streamsAMeetingUntilItIsStopped() {
        // Given
        Answer started = client.kit("POST", "/meetings/" + meeting + "/livestreams", "{\"name\":\"show\"}");
        Answer active = client.kit("GET", "/meetings/" + meeting + "/active-livestream");
        client.control("POST", "/clock/advance", "{\"seconds\":30}");
        // When
        Answer stopped = client.kit("POST", "/meetings/" + meeting + "/active-livestream/stop");
        // Then
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.at("/data").propertyNames())
                .containsExactlyInAnyOrder("id", "status", "ingest_server", "stream_key", "playback_url");
        assertThat(active.text("/data/status")).isEqualTo("LIVE");
        assertThat(stopped.text("/data/message")).isEqualTo("Stopped live stream successfully");
        Answer whole = client.kit("GET", "/livestreams/" + started.text("/data/id"));
        assertThat(whole.text("/data/livestream/status")).isEqualTo("IDLE");
        assertThat(whole.at("/data/session/ingest_seconds").intValue()).isEqualTo(30);
        assertThat(client.kit("GET", "/livestreams/sessions/" + whole.text("/data/session/id"))
                        .status())
                .isEqualTo(200);
        assertThat(client.kit("GET", "/meetings/" + meeting + "/active-livestream")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsStreamsOfMeetingsAndOthers() {
        // Given
        client.kit("POST", "/meetings/" + meeting + "/livestreams");
        client.kit("POST", "/livestreams", "{\"name\":\"alone\"}");
        // When
        Answer all = client.kit("GET", "/livestreams?sort_order=DSC");
        Answer alone = client.kit("GET", "/livestreams?exclude_meetings=true");
        // Then
        assertThat(all.at("/data").size()).isEqualTo(2);
        assertThat(alone.at("/data").size()).isEqualTo(1);
        assertThat(alone.text("/data/0/name")).isEqualTo("alone");
    }

    @Test
    void countsByDay() {
        // Given
        client.kit("POST", "/meetings/" + meeting + "/livestreams");
        // When
        Answer usage = client.kit("GET", "/analytics/daywise");
        Answer streams = client.kit("GET", "/analytics/livestreams/daywise");
        Answer overall = client.kit("GET", "/analytics/livestreams/overall?start_time=0");
        // Then
        assertThat(usage.at("/data/session_stats/sessions_count").intValue()).isEqualTo(1);
        assertThat(usage.at("/data/session_stats/day_stats/0/total_sessions").intValue())
                .isEqualTo(1);
        assertThat(usage.at("/data/recording_stats/recording_count").intValue()).isZero();
        assertThat(streams.at("/data/0/count").intValue()).isEqualTo(1);
        assertThat(overall.at("/data/count").intValue()).isEqualTo(1);
    }
}
