package dev.ringline.benchmarks.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushServiceTest {

    private static final String SEND = "/v1/projects/ringline-bench/messages:send";

    private final HttpClient client = HttpClient.newHttpClient();
    private final PushService service = PushService.start();

    @AfterEach
    void close() {
        service.close();
        client.close();
    }

    @Test
    void tellsWhenTheRingOfADeviceCame() throws IOException, InterruptedException {
        // Given
        var expected = service.ring("c1", "phone");

        // When
        JsonNode answer = post(SEND, push("ring", "c1", "phone"));

        // Then
        assertThat(answer.path("name").asString()).startsWith("projects/ringline-bench/messages/");
        assertThat(expected).isCompleted();
        assertThat(service.ring("c1", "tablet")).isNotDone();
        assertThat(service.ring("c2", "phone")).isNotDone();
    }

    @Test
    void takesNothingButARingForARing() throws IOException, InterruptedException {
        // Given
        // When
        post(SEND, push("stop", "c1", "phone"));

        // Then
        assertThat(service.ring("c1", "phone")).isNotDone();
    }

    @Test
    void givesServiceAccountsTheirTokens() throws IOException, InterruptedException {
        // Given
        // When
        JsonNode answer = post("/token", "grant_type=any");

        // Then
        assertThat(answer.path("access_token").asString()).isNotEmpty();
        assertThat(answer.path("expires_in").asInt()).isPositive();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private static String push(String kind, String callId, String device) {
        return "{\"message\":{\"token\":\"%s\",\"data\":{\"kind\":\"%s\",\"callId\":\"%s\"}}}"
                .formatted(PushService.token(device), kind, callId);
    }
}
