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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.json.JsonMapper;

@RealParts
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "ringline.limits.factor=1")
class LimitsIT {

    private static final int DIALS = 10_000;
    private static final int AT_ONCE = 4;
    private static final int OTHERS = 30;

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void limitsWhoeverDialsWithoutEndAndCostsOthersNothing(@Autowired MongoOperations mongo) {
        // Given
        String hostile = "hostile-" + UUID.randomUUID();
        String token = TestIdentity.tokenFor(hostile);
        dialsOfOthers();

        // When
        CompletableFuture<List<HttpResponse<String>>> attack =
                CompletableFuture.supplyAsync(() -> dials(DIALS, number -> dial(token, "device-" + number)));
        List<HttpResponse<String>> others = dialsOfOthers();

        // Then
        assertThat(others).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(attack.join()).extracting(HttpResponse::statusCode).containsOnly(201, 409, 429);
        HttpResponse<String> limited = attack.join().getLast();
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(JsonMapper.shared().readTree(limited.body()).get("code").asString())
                .isEqualTo("rate-limited");
        assertThat(mongo.count(Query.query(Criteria.where("callerId").is(hostile)), "calls"))
                .isLessThan(DIALS / 100);
    }

    private static List<HttpResponse<String>> dials(int count, Function<Integer, HttpResponse<String>> dial) {
        try (var clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, count)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> dial.apply(number), clients))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private List<HttpResponse<String>> dialsOfOthers() {
        return Stream.generate(() -> dial(TestIdentity.tokenFor("other-" + UUID.randomUUID()), "phone"))
                .limit(OTHERS)
                .toList();
    }

    private HttpResponse<String> dial(String token, String device) {
        String body = "{\"calleeId\":\"victim-%s\"}".formatted(UUID.randomUUID());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/calls"))
                .header("Authorization", "Bearer " + token)
                .header("Ringline-Device", device)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }
}
