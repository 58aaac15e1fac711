package dev.ringline.call.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.TestIdentity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.json.JsonMapper;

@RealParts
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "ringline.limits.factor=1")
class LimitsIT {

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void limitsWhoeverDialsWithoutEndAndCostsOthersNothing() throws Exception {
        // Given
        String hostile = "hostile-" + UUID.randomUUID();

        // When
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int dial = 0; dial < 40; dial++) {
            answers.add(dial(hostile, "device-" + dial));
        }

        // Then
        HttpResponse<String> limited = answers.getLast();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 409, 429);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(JsonMapper.shared().readTree(limited.body()).get("code").asString())
                .isEqualTo("rate-limited");
        assertThat(dial("other-" + UUID.randomUUID(), "phone").statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> dial(String user, String device) throws Exception {
        String body = "{\"calleeId\":\"victim-%s\"}".formatted(UUID.randomUUID());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/calls"))
                .header("Authorization", "Bearer " + TestIdentity.tokenFor(user))
                .header("Ringline-Device", device)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
