package dev.ringline.simulator.rest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorProperties;
import dev.ringline.simulator.SimulatorTest;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The older prefix: an app's server with Basic, a participant's browser with its own token. */
@SimulatorTest
class LegacyApiTest {

    private final SimulatorClient client;
    private final String basic;

    LegacyApiTest(SimulatorClient client, SimulatorProperties properties) {
        this.client = client;
        this.basic = basic(properties.appId() + ":" + SimulatorClient.API_TOKEN);
    }

    @BeforeEach
    @AfterEach
    void forgetEverything() {
        client.control("POST", "/reset");
    }

    @Test
    void servesTheSameMeetings() throws IOException {
        // Given
        String meeting = client.meeting();
        // When
        Answer answer = send("GET", "/v2/meetings/" + meeting, basic);
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/title")).isEqualTo("Weekly sync");
    }

    @Test
    void takesARegionAndTheOldNameOfTheCustomId() throws IOException {
        // Given
        String meeting = send("POST", "/v2/meetings", basic, "{\"preferred_region\":\"eu-central-1\"}")
                .text("/data/id");
        // When
        Answer answer = send(
                "POST",
                "/v2/meetings/" + meeting + "/participants",
                basic,
                "{\"preset_name\":\"group_call_host\",\"client_specific_id\":\"alice\",\"name\":\"Alice\"}");
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/data/custom_participant_id")).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !", "Basic YTpi", "Bearer api-token-of-the-tests"})
    void refusesEverybodyElse(String authorization) throws IOException {
        // When
        Answer answer = send("GET", "/v2/meetings", authorization);
        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void knowsNoOtherPaths() throws IOException {
        // When
        Answer answer = send("GET", "/v2/nothing", basic);
        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/error/code").intValue()).isEqualTo(404);
    }

    @Test
    void saysItsLimitsAsEnvoyDoes() throws IOException {
        // Given
        client.control("PUT", "/quota", "{\"requests\":1,\"windowMillis\":60000,\"blockMillis\":0}");
        send("GET", "/v2/meetings", basic);
        // When
        Answer answer = send("GET", "/v2/meetings", basic);
        // Then
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("x-envoy-ratelimited")).isEqualTo("true");
        assertThat(answer.header("retry-after")).isNotEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void tellsABrowserWhoItIs() throws IOException {
        // Given
        Answer alice = client.participant(client.meeting(), "alice");
        // When
        Answer answer = send("GET", "/v2/internals/participant-details", "Bearer " + alice.text("/data/token"));
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/participant/id")).isEqualTo(alice.text("/data/id"));
        assertThat(answer.text("/data/preset/config/view_type")).isEqualTo("GROUP_CALL");
        assertThat(answer.text("/data/meeting/title")).isEqualTo("Weekly sync");
        assertThat(answer.text("/data/socket/base_uri")).isEqualTo("realtime.cloudflare.com");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void tellsABrowserThatItsParticipantIsGone() throws IOException {
        // Given
        String meeting = client.meeting();
        Answer alice = client.participant(meeting, "alice");
        client.kit("DELETE", "/meetings/" + meeting + "/participants/" + alice.text("/data/id"));
        // When
        Answer answer = send("GET", "/v2/internals/participant-details", "Bearer " + alice.text("/data/token"));
        // Then
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void tellsABrowserThatItsTokenIsTooOld() throws IOException {
        // Given
        client.control("PATCH", "/behaviour", "{\"tokenLifetimeSeconds\":1}");
        String token = client.participant(client.meeting(), "alice").text("/data/token");
        client.control("POST", "/clock/advance", "{\"seconds\":1}");
        // When
        Answer answer = send("GET", "/iceservers", "Bearer " + token);
        // Then
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void letsABrowserUploadAFile() throws IOException {
        // Given
        String token = client.participant(client.meeting(), "alice").text("/data/token");
        Answer place = send("POST", "/v2/meetings/chat-upload", "Bearer " + token, "{\"filename\":\"a.txt\"}");
        String path = place.text("/data/put_location").replaceFirst("http://[^/]+", "");
        // When
        Answer uploaded = client.send(client.request("PUT", path, "hello"));
        // Then
        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(client.send(client.request("GET", path)).body()).isEqualTo("hello");
    }

    @Test
    void keepsAParticipantOutOfEverythingElse() throws IOException {
        // Given
        String token = client.participant(client.meeting(), "alice").text("/data/token");
        // When
        Answer answer = send("GET", "/v2/meetings", "Bearer " + token);
        // Then
        assertThat(answer.status()).isEqualTo(401);
    }

    private Answer send(String method, String path, String authorization, String... body) throws IOException {
        var request = client.request(method, path, body).header("Origin", "https://app.example.test");
        return client.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
