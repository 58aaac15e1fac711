package dev.ringline.simulator.rest.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatorTest
class SessionsApiTest {

    private final SimulatorClient client;
    private String meeting = "";
    private String session = "";
    private String peer = "";

    SessionsApiTest(SimulatorClient client) {
        this.client = client;
    }

    /** Alice for a minute, Bob still in. */
    @BeforeEach
    void callEachOther() {
        client.control("POST", "/reset");
        meeting = client.meeting();
        Answer alice = join("alice");
        session = alice.text("/sessionId");
        peer = alice.text("/peerId");
        join("bob");
        client.control("POST", "/clock/advance", "{\"seconds\":60}");
        client.control("DELETE", "/peers/" + peer);
    }

    @Test
    void listsSessionsWithThePagingBeside() {
        // When
        Answer answer = client.kit("GET", "/sessions?associated_id=" + meeting + "&status=LIVE&participants=2:2");
        // Then
        assertThat(answer.at("").propertyNames()).containsExactlyInAnyOrder("success", "data", "paging");
        assertThat(answer.text("/data/sessions/0/id")).isEqualTo(session);
        assertThat(answer.at("/paging/total_count").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "status=ENDED, 0",
        "participants=3:9, 0",
        "search=weekly, 1",
        "end_time=2020-01-01T00:00:00Z, 0",
        "sort_by=minutesConsumed&sort_order=ASC, 1",
        "page_no=1.0&per_page=10.0, 1"
    })
    void filters(String query, int found) {
        // When
        Answer answer = client.kit("GET", "/sessions?" + query);
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/sessions").size()).isEqualTo(found);
    }

    @Test
    void showsASessionAfterItsEnd() {
        // Given
        client.kit("POST", "/meetings/" + meeting + "/active-session/kick-all");
        // When
        Answer answer = client.kit("GET", "/sessions/" + session);
        // Then
        assertThat(answer.text("/data/status")).isEqualTo("ENDED");
        assertThat(answer.text("/data/ended_at")).startsWith("20");
        assertThat(answer.at("/data/max_concurrent_participants").intValue()).isEqualTo(2);
        assertThat(answer.at("/data/minutes_consumed").doubleValue()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void tellsWhoWasIn() {
        // When
        Answer answer = client.kit("GET", "/sessions/" + session + "/participants?include_peer_events=true");
        // Then
        assertThat(answer.text("/data/participants/0/id")).isEqualTo(peer);
        assertThat(answer.text("/data/participants/0/custom_participant_id")).isEqualTo("alice");
        assertThat(answer.at("/data/participants/0/duration").doubleValue()).isGreaterThanOrEqualTo(1);
        assertThat(answer.text("/data/participants/0/peer_events/2/event_name")).isEqualTo("PEER_LEAVING");
        assertThat(answer.at("/data/participants/1/left_at").isNull()).isTrue();
        assertThat(answer.at("/data/paging/total_count").intValue()).isEqualTo(2);
    }

    @Test
    void addsUpThePeersOfAParticipant() {
        // Given
        client.control("POST", "/peers/" + peer + "/reconnect", "{\"joinFirst\":false}");
        // When
        Answer raw = client.kit("GET", "/sessions/" + session + "/participants");
        Answer whole = client.kit("GET", "/sessions/" + session + "/participants?view=consolidated");
        // Then
        assertThat(raw.at("/data/participants").size()).isEqualTo(3);
        assertThat(whole.at("/data/participants").size()).isEqualTo(2);
    }

    @Test
    void findsAPeerByItsIdAlone() {
        // When
        Answer inSession = client.kit("GET", "/sessions/" + session + "/participants/" + peer);
        Answer report = client.kit("GET", "/sessions/peer-report/" + peer);
        // Then
        assertThat(inSession.text("/data/participant/id")).isEqualTo(peer);
        assertThat(report.text("/data/participant/id")).isEqualTo(peer);
        assertThat(report.text("/data/participant/session_id")).isEqualTo(session);
    }

    @ParameterizedTest
    @CsvSource({
        "chat, /data/chat_download_url",
        "transcript?format=SRT, /data/transcript_download_url",
        "summary, /data/summaryDownloadUrl"
    })
    void leavesFilesBehind(String path, String pointer) throws IOException {
        // When
        Answer answer = client.kit("GET", "/sessions/" + session + "/" + path);
        // Then
        String file = answer.text(pointer).replaceFirst("http://[^/]+", "");
        assertThat(client.send(client.request("GET", file)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /participants", "GET, /chat", "POST, /summary"})
    void doesNotKnowASessionThatNeverRan(String method, String path) {
        // When
        Answer answer = client.kit(method, "/sessions/" + UUID.randomUUID() + path);
        // Then
        assertThat(answer.status()).isEqualTo(404);
    }

    private Answer join(String customId) {
        return client.join(client.participant(meeting, customId).text("/data/token"));
    }
}
