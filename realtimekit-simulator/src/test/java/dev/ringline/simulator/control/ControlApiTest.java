package dev.ringline.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatorTest
class ControlApiTest {

    private final SimulatorClient client;
    private String meeting = "";

    ControlApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void openAMeeting() {
        client.control("POST", "/reset");
        meeting = client.meeting();
    }

    @Test
    void letsAPeerInWithAToken() {
        // Given
        Answer alice = client.participant(meeting, "alice");
        // When
        Answer answer = client.join(alice.text("/data/token"));
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("").propertyNames()).containsExactly("peerId", "sessionId", "meetingId", "participantId");
        assertThat(answer.text("/participantId")).isEqualTo(alice.text("/data/id"));
    }

    @Test
    void letsAPeerOutOnce() {
        // Given
        String peer = client.join(client.participant(meeting, "alice").text("/data/token"))
                .text("/peerId");
        Answer first = client.control("DELETE", "/peers/" + peer);
        // When
        Answer second = client.control("DELETE", "/peers/" + peer);
        // Then
        assertThat(first.status()).isEqualTo(204);
        assertProblem(second, 404, "unknown-peer");
    }

    @Test
    void keepsOutWhoHasATokenOfSomebodyElse() {
        // When
        Answer answer = client.join("eyJhbGciOiJub25lIn0.e30.");
        // Then
        assertProblem(answer, 401, "token-invalid");
    }

    @Test
    void keepsOutWhoseTokenHasExpired() {
        // Given
        client.control("PATCH", "/behaviour", "{\"tokenLifetimeSeconds\":30}");
        String token = client.participant(meeting, "alice").text("/data/token");
        client.control("POST", "/clock/advance", "{\"seconds\":30}");
        // When
        Answer answer = client.join(token);
        // Then
        assertProblem(answer, 401, "token-expired");
    }

    @Test
    void keepsOutOfAnInactiveMeeting() {
        // Given
        String token = client.participant(meeting, "alice").text("/data/token");
        client.kit("PATCH", "/meetings/" + meeting, "{\"status\":\"INACTIVE\"}");
        // When
        Answer answer = client.join(token);
        // Then
        assertProblem(answer, 403, "meeting-inactive");
    }

    @Test
    void keepsOutADeletedParticipant() {
        // Given
        Answer alice = client.participant(meeting, "alice");
        client.kit("DELETE", "/meetings/" + meeting + "/participants/" + alice.text("/data/id"));
        // When
        Answer answer = client.join(alice.text("/data/token"));
        // Then
        assertProblem(answer, 404, "gone");
    }

    @Test
    void keepsOutOfAMeetingThatIsForgotten() {
        // Given
        String token = client.participant(meeting, "alice").text("/data/token");
        client.control("POST", "/reset");
        // When
        Answer answer = client.join(token);
        // Then
        assertProblem(answer, 404, "gone");
    }

    @Test
    void letsAPeerDropAndComeBack() {
        // Given
        String peer = client.join(client.participant(meeting, "alice").text("/data/token"))
                .text("/peerId");
        client.control("POST", "/peers/" + peer + "/drop", "{\"noticedAfterMillis\":5000}");
        int inBefore =
                client.kit("GET", "/meetings/" + meeting + "/active-session").status();
        client.control("POST", "/clock/advance", "{\"seconds\":5}");
        int inAfter =
                client.kit("GET", "/meetings/" + meeting + "/active-session").status();
        // When
        Answer answer = client.control("POST", "/peers/" + peer + "/reconnect", "{\"joinFirst\":false}");
        // Then
        assertThat(inBefore).isEqualTo(200);
        assertThat(inAfter).isEqualTo(404);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/peerId")).isNotEqualTo(peer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"drop | {\"noticedAfterMillis\":0}", "reconnect | {\"joinFirst\":true}", "phantom-leave | {}"})
    void knowsNoStrangers(String deed, String body) {
        // When
        Answer answer = client.control("POST", "/peers/" + UUID.randomUUID() + "/" + deed, body);
        // Then
        assertProblem(answer, 404, "unknown-peer");
    }

    @Test
    void keepsOutAParticipantWithoutAName() {
        // Given
        String body = "{\"preset_name\":\"group_call_host\",\"custom_participant_id\":\"alice\"}";
        Answer alice = client.kit("POST", "/meetings/" + meeting + "/participants", body);
        // When
        Answer answer = client.join(alice.text("/data/token"));
        // Then
        assertProblem(answer, 409, "name-missing");
    }

    @Test
    void publishesTheKeyThatVerifiesTokens() throws Exception {
        // Given
        String token = client.participant(meeting, "alice").text("/data/token");
        // When
        String pem = client.control("GET", "/token-key.pem").body();
        // Then
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
        check.update(token.substring(0, token.lastIndexOf('.')).getBytes());
        assertThat(check.verify(Base64.getUrlDecoder().decode(token.split("\\.")[2])))
                .isTrue();
    }

    @Test
    void carriesWhatPeersSayToEachOther() {
        // Given
        String alice = client.join(client.participant(meeting, "alice").text("/data/token"))
                .text("/peerId");
        String bob = client.join(client.participant(meeting, "bob").text("/data/token"))
                .text("/peerId");
        // When
        Answer said = client.control("POST", "/peers/" + alice + "/signals", "{\"type\":\"offer\"}");
        // Then
        assertThat(said.body()).isEqualTo("{\"receivers\":1}");
        Answer heard = client.control("GET", "/peers/" + bob + "/signals?waitSeconds=10");
        assertThat(heard.body()).isEqualTo("[{\"from\":\"" + alice + "\",\"content\":{\"type\":\"offer\"}}]");
        assertThat(client.control("GET", "/peers/" + alice + "/signals").body()).isEqualTo("[]");
    }

    @Test
    void namesEveryAssumptionInTheReadme() throws IOException {
        // When
        String readme = Files.readString(Path.of("README.md"));
        // Then
        assertThat(Assumption.values())
                .allSatisfy(assumption ->
                        assertThat(readme).contains("| " + assumption.question() + " | " + assumption.choice() + " |"));
    }

    @Test
    void listsWhatItAssumes() {
        // When
        Answer answer = client.control("GET", "/assumptions");
        // Then
        assertThat(answer.at("").size()).isEqualTo(Assumption.values().length);
        assertThat(answer.text("/0/name")).isEqualTo("SECOND_ADD");
        assertThat(answer.text("/0/question")).endsWith("?");
        assertThat(answer.text("/0/choice")).isNotEmpty();
    }

    @Test
    void forgetsEverythingOnReset() {
        // Given
        client.control("PATCH", "/behaviour", "{\"duplicates\":\"CONFLICT\",\"tokenLifetimeSeconds\":1}");
        client.control("POST", "/faults", "{\"kind\":\"DOWN\"}");
        // When
        Answer answer = client.control("POST", "/reset");
        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(client.control("GET", "/behaviour").body())
                .isEqualTo("{\"duplicates\":\"UPSERT\",\"tokenLifetimeSeconds\":8640000}");
        assertThat(client.control("GET", "/requests").body()).isEqualTo("{}");
        assertThat(client.control("GET", "/faults").body()).isEqualTo("[]");
        assertThat(client.kit("GET", "/meetings/" + meeting).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/peers | {} | token is missing",
                "/faults | {\"kind\":\"DOWN\",\"times\":0} | times must be at least 1, but is 0",
                "/faults | {\"times\":1} | kind is missing",
                "/clock/advance | {\"seconds\":-1} | seconds must be at least 1, but is -1"
            })
    void refusesABadBody(String path, String body, String detail) {
        // When
        Answer answer = client.control("POST", path, body);
        // Then
        assertProblem(answer, 400, "malformed-body");
        assertThat(answer.text("/detail")).isEqualTo(detail);
    }

    @Test
    void namesTheFieldThatItDoesNotKnow() {
        // When
        Answer answer = client.control("POST", "/faults", "{\"kind\":\"DOWN\",\"count\":1}");
        // Then
        assertProblem(answer, 400, "malformed-body");
        assertThat(answer.text("/detail")).contains("count");
    }

    @Test
    void refusesAPeerThatIsNoUuid() {
        // When
        Answer answer = client.control("DELETE", "/peers/42");
        // Then
        assertProblem(answer, 400, "bad-request");
    }

    @Test
    void saysThatItIsUp() throws Exception {
        // When
        Answer answer = client.send(client.request("GET", "/actuator/health"));
        // Then
        assertThat(answer.text("/status")).isEqualTo("UP");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
    }
}
