package dev.ringline.notification.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.running.ApiClient.Answer;
import dev.ringline.testkit.RealParts;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealParts
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class DevicesIT {

    @LocalServerPort
    private int port;

    private final String bob = ToldCall.someone();
    private final String token = "token-" + ToldCall.someone();

    @BeforeEach
    void awaitReadiness() {
        Readiness.await(port);
    }

    @Test
    void showsARegistrationWithoutItsToken(CapturedOutput log) throws IOException {
        // Given
        register(bob, "phone", token);
        // When
        JsonNode listed = client(bob).get("/v1/devices").body();
        // Then
        assertThat(listed.at("/items/0/deviceId").asString()).isEqualTo("phone");
        assertThat(listed.at("/items/0/channels/0").asString()).isEqualTo("fcm");
        assertThat(listed.at("/items/0").has("pruned")).isFalse();
        assertThat(listed.toString() + log).doesNotContain(token);
    }

    @Test
    void showsThatATokenMovedToAnotherUser() throws IOException {
        // Given
        register(bob, "phone", token);
        // When
        register(ToldCall.someone(), "phone", token);
        // Then
        JsonNode phone = client(bob).get("/v1/devices").body().at("/items/0");
        assertThat(phone.at("/pruned/reason").asString()).isEqualTo("moved");
        assertThat(phone.get("channels")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "phone;    {'platform':'ios','voipToken':'nonsense'};                invalid-push-token",
                "phone;    {'platform':'fridge','pushToken':'x'};                    invalid-request",
                "phone;    {'platform':'android','pushToken':'x','unknown':1};       invalid-request",
                "phone;    [];                                                       invalid-request",
                "a%20b;    {'platform':'ios'};                                       invalid-request"
            })
    void saysWhatIsWrongWithARegistration(String device, String body, String code) throws IOException {
        // When
        Answer answer = client(bob).put("/v1/devices/" + device, body);
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().get("errors")).isNotEmpty();
    }

    @Test
    void refusesTheTwentyFirstDevice() throws IOException {
        // Given
        for (int n = 0; n < 20; n++) {
            register(bob, "device-" + n, token + n);
        }
        // When
        Answer answer = client(bob).put("/v1/devices/device-20", android(token + 20));
        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("too-many-devices");
    }

    @Test
    void endsTheStreamOfADeviceThatLogsOut() throws IOException {
        // Given
        register(bob, bob + "-phone", token);
        try (var phone = StreamClient.connect(port, bob + "-phone");
                var tablet = StreamClient.connect(port, bob + "-tablet")) {
            // When
            Answer answer = client(bob).delete("/v1/devices/" + bob + "-phone");
            // Then
            assertThat(answer.body().at("/deregistered/0").asString()).isEqualTo(bob + "-phone");
            assertThat(phone.await("reconnect").field("reason")).isEqualTo("deregistered");
            phone.awaitEnd();
            assertThat(tablet.hasEnded()).isFalse();
            assertThat(client(bob).get("/v1/devices").body().get("items")).isEmpty();
        }
    }

    @Test
    void letsTheBackendLogAUserOut() throws IOException {
        // Given
        register(bob, "phone", token);
        register(bob, "tablet", token + "-2");
        // When
        Answer one = ApiClient.backend(port).delete("/v1/admin/users/" + bob + "/devices/phone");
        Answer rest = ApiClient.backend(port).delete("/v1/admin/users/" + bob + "/devices");
        // Then
        assertThat(one.body().get("deregistered").toString()).isEqualTo("[\"phone\"]");
        assertThat(rest.body().get("deregistered").toString()).isEqualTo("[\"tablet\"]");
    }

    @Test
    void letsNobodyElseLogAUserOut() throws IOException {
        // Given
        register(bob, "phone", token);
        // When
        Answer answer = client("mallory").delete("/v1/admin/users/" + bob + "/devices");
        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(client(bob).get("/v1/devices").body().get("items")).hasSize(1);
    }

    @Test
    void tellsNoKeyWhereNoBrowserIsPushedTo() throws IOException {
        // When
        Answer answer = client(bob).get("/v1/push-config");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).isEqualTo("{}");
    }

    private void register(String user, String device, String pushToken) throws IOException {
        Answer answer = client(user).put("/v1/devices/" + device, android(pushToken));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static String android(String pushToken) {
        return "{'platform':'android','pushToken':'%s'}".formatted(pushToken);
    }

    private ApiClient client(String user) {
        return ApiClient.of(port, user);
    }
}
