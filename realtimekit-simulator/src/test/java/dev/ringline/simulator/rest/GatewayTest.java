package dev.ringline.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatorTest
class GatewayTest {

    private static final String RIGHT = "Bearer " + SimulatorClient.API_TOKEN;

    private final SimulatorClient client;

    GatewayTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void forgetEverything() {
        client.control("POST", "/reset");
    }

    @Test
    void saysThatTheApiTokenIsActive() throws IOException {
        // When
        Answer answer = client.send(
                client.request("GET", "/client/v4/user/tokens/verify").header("Authorization", RIGHT));
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("").propertyNames()).containsExactly("success", "result");
        assertThat(answer.text("/result/status")).isEqualTo("active");
    }

    @Test
    void refusesARequestWithoutAToken() throws IOException {
        // When
        Answer answer = client.send(client.request("POST", client.kitPath() + "/meetings", "{}"));
        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Authentication error\"}],"
                        + "\"messages\":[],\"result\":null}");
    }

    @ParameterizedTest
    @CsvSource({"Bearer wrong, 401, 10000", "Bearer, 400, 6003", "Basic YTpi, 400, 6003"})
    void refusesAWrongToken(String authorization, int status, int code) throws IOException {
        // When
        Answer answer = client.send(
                client.request("GET", "/client/v4/user/tokens/verify").header("Authorization", authorization));
        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/errors/0/code").intValue()).isEqualTo(code);
        assertThat(answer.at("/result").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /client/v4/accounts/other/realtime/kit/5d1b2f0e-7c64-4f0a-9a53-2b8e6c1d4f70/meetings",
        "GET, /client/v4/accounts/0a1b2c3d4e5f60718293a4b5c6d7e8f9/realtime/kit/other/meetings",
        "GET, /client/v4/accounts/0a1b2c3d4e5f60718293a4b5c6d7e8f9/realtime/kit/5d1b2f0e-7c64-4f0a-9a53-2b8e6c1d4f70/unknown",
        "DELETE, /client/v4/accounts/0a1b2c3d4e5f60718293a4b5c6d7e8f9/realtime/kit/5d1b2f0e-7c64-4f0a-9a53-2b8e6c1d4f70/meetings"
    })
    void doesNotRouteWhatItDoesNotServe(String method, String path) throws IOException {
        // When
        Answer answer = client.send(client.request(method, path).header("Authorization", RIGHT));
        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/errors/0/code").intValue()).isEqualTo(7003);
    }

    @Test
    void refusesAnotherContentType() throws IOException {
        // When
        Answer answer = client.send(client.request("POST", client.kitPath() + "/meetings", "title=x")
                .header("Authorization", RIGHT)
                .setHeader("Content-Type", "application/x-www-form-urlencoded"));
        // Then
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.at("/error/code").intValue()).isEqualTo(415);
    }

    @Test
    void countsEveryRequestByOperation() throws IOException {
        // Given
        client.meeting();
        client.meeting();
        client.send(client.request("GET", client.kitPath() + "/meetings"));
        // When
        Answer answer = client.control("GET", "/requests");
        // Then
        assertThat(answer.body()).isEqualTo("{\"CREATE_MEETING\":2,\"LIST_MEETINGS\":1}");
    }
}
