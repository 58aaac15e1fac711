package dev.ringline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveStreamTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = gateway();
    }

    @AfterEach
    void restartTheService() {
        gateway.notifications.restart();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void passesFramesOnWhileTheStreamGoesOn() throws Exception {
        // Given
        var response = open(gateway);

        // When
        var frames = new BufferedReader(new InputStreamReader(response.body()))
                .lines()
                .filter(line -> line.startsWith("data:"))
                .limit(6)
                .toList();

        // Then
        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/event-stream");
        assertThat(frames).as("longer than the response timeout").endsWith("data: 5");
        assertThat(gateway.notifications.openStreams()).isOne();
    }

    @Test
    void closesTheStreamAtTheServiceWhenTheClientGoes() throws Exception {
        // Given
        var response = open(gateway);
        await().atMost(SOON).until(() -> gateway.notifications.openStreams() == 1);

        // When
        response.body().close();

        // Then
        await().atMost(SOON).until(() -> gateway.notifications.openStreams() == 0);
    }

    @Test
    void closesTheStreamAtTheClientWhenTheServiceGoes() throws Exception {
        // Given
        var response = open(gateway);

        // When
        gateway.notifications.close();

        // Then
        assertThat(CompletableFuture.runAsync(() -> readToTheEnd(response.body())))
                .succeedsWithin(SOON);
    }

    @Test
    void keepsNoConnectionOfAStreamThatWouldLeadTheNextOnePastTheBalancer() throws Exception {
        // Given
        var first = open(gateway);
        gateway.notifications.endStreams();
        first.body().readAllBytes();

        // When
        open(gateway);

        // Then
        assertThat(gateway.notifications.seen().reversed().stream().limit(2).map(Backend.Seen::connection))
                .doesNotHaveDuplicates();
    }

    @Test
    void endsStreamsBeforeItWaitsForRequestsWhenItStops() throws Exception {
        // Given
        try (var stopping = gateway()) {
            var response = open(stopping);

            // When
            stopping.stop();

            // Then
            assertThat(response.body().readAllBytes())
                    .as("ended, not broken off")
                    .isNotEmpty();
            await().atMost(SOON).until(() -> stopping.notifications.openStreams() == 0);
        }
    }

    @Test
    void asksForPatienceWhenTheServiceIsDown() throws Exception {
        // Given
        gateway.notifications.close();

        // When
        var response = gateway.send(gateway.request("/v1/stream"));

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("\"code\":\"unavailable\"");
    }

    private static RunningGateway gateway() {
        return new RunningGateway("--spring.cloud.gateway.server.webflux.httpclient.response-timeout=300ms");
    }

    private static HttpResponse<InputStream> open(RunningGateway gateway) throws Exception {
        var response = gateway.send(
                gateway.request("/v1/stream").header("Accept", "text/event-stream"), BodyHandlers.ofInputStream());
        assertThat(response.body().read()).isNotNegative();
        return response;
    }

    private static void readToTheEnd(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ignored) {
            // broken off is an end, too
        }
    }
}
