package dev.ringline.notification.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringline.notification.ShiftedClock;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.TestIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ringline.stream.max-connections=3", "ringline.stream.max-per-user=2", "ringline.stream.buffer=4"
        })
class StreamLimitsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private ShiftedClock clock;

    private final String callee = ToldCall.someone();

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    @TestConfiguration
    static class Time {

        @Bean
        InstantSource instantSource() {
            return new ShiftedClock(Duration.ZERO);
        }
    }

    @BeforeEach
    void awaitReadiness() {
        Readiness.await(port);
    }

    @AfterEach
    void awaitQuiet() {
        clock.shift(Duration.ZERO);
        Awaitility.await().atMost(PATIENCE).until(() -> connections() == 0);
    }

    @Test
    void endsTheStreamWhenItsTokenExpires() throws IOException {
        // Given
        try (var alice = StreamClient.connect(port, "alice-phone")) {
            // When
            clock.shift(Duration.ofHours(13));
            // Then
            alice.awaitEnd();
            assertThat(alice.events()).containsExactly("snapshot");
        }
    }

    @Test
    void sendsTheOldestStreamOfAUserAwayAndTheFormerOneOfADevice() throws IOException {
        try (var phone = StreamClient.connect(port, callee + "-phone");
                var tablet = StreamClient.connect(port, callee + "-tablet");
                // When
                var laptop = StreamClient.connect(port, callee + "-laptop");
                var again = StreamClient.connect(port, callee + "-tablet")) {
            // Then
            assertThat(phone.await("reconnect").field("reason")).isEqualTo("too_many_streams");
            phone.awaitEnd();
            assertThat(tablet.await("reconnect").field("reason")).isEqualTo("replaced");
            tablet.awaitEnd();
            assertThat(laptop.hasEnded()).isFalse();
            assertThat(again.hasEnded()).isFalse();
        }
    }

    @Test
    void writesOneLinePerEffect() throws IOException {
        try (var log = new LogLines()) {
            // Given
            ToldCall call = ToldCall.to(callee);
            var phone = StreamClient.connect(port, callee + "-phone");
            // When
            probe.publish("/call-service", call.initiated());
            // Then
            phone.await("call.incoming");
            phone.close();
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(log.with("userId", callee))
                        .extracting(line -> line.get("deviceId"), line -> line.get("outcome"))
                        .containsExactly(tuple(callee + "-phone", "opened"), tuple(callee + "-phone", "left"));
                assertThat(log.with("callId", call.callId()))
                        .extracting(
                                line -> line.get("eventType"), line -> line.get("outcome"), line -> line.get("streams"))
                        .containsExactlyInAnyOrder(
                                tuple("dev.ringline.call.initiated.v1", "stored", null),
                                tuple("dev.ringline.call.initiated.v1", "fanned-out", "1"));
            });
            assertThat(log.with("callId", call.callId())).allMatch(line -> line.containsKey("eventId"));
        }
    }

    @Test
    void namesItselfInEachOfItsMetrics() throws IOException {
        // Given
        var scrape = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/prometheus"));
        // When
        var metrics = new String(StreamClient.send(scrape.build()).body().readAllBytes(), StandardCharsets.UTF_8);
        // Then
        assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.contains("application=\"notification-service\""));
    }

    @Test
    void refusesMoreConnectionsThanItCanHold() throws IOException {
        // Given
        List<StreamClient> clients = new ArrayList<>();
        for (String device : List.of("alice-phone", "bob-phone", "carol-phone")) {
            clients.add(StreamClient.connect(port, device));
        }
        // When
        var refusal = StreamClient.get(port, TestIdentity.tokenFor("dave"), "dave-phone");
        // Then
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(refusal.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(refusal.headers().firstValue("Connection"))
                .as("so that the next attempt may meet another replica")
                .hasValue("close");
        assertThat(refusal.body()).asString(StandardCharsets.UTF_8).contains("\"code\":\"unavailable\"");
        for (StreamClient client : clients) {
            client.close();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> connections() == 0);
        StreamClient.connect(port, callee + "-phone").close();
    }

    @Test
    void dropsWhoDoesNotReadAndGoesOnForOthers() throws IOException {
        try (var bob = StreamClient.connect(port, callee + "-phone");
                var stalled = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // Given
            request(stalled, TestIdentity.tokenFor("alice"), "alice-phone");
            Awaitility.await().atMost(PATIENCE).until(() -> connections() == 2);
            String large = "c".repeat(200_000);
            // When
            for (int sent = 0; sent < 200 && connections() == 2; sent++) {
                probe.publish("/message-service", ToldCall.to("nobody").written(large));
            }
            // Then
            Awaitility.await().atMost(PATIENCE).until(() -> connections() == 1);
            assertThat(metrics.counter("ringline.stream.dropped").count()).isEqualTo(1);
            ToldCall call = ToldCall.to(callee);
            probe.publish("/call-service", call.initiated());
            assertThat(bob.await("call.incoming").field("callId")).isEqualTo(call.callId());
            Awaitility.await().atMost(PATIENCE).until(() -> isCut(stalled));
        }
    }

    private static boolean isCut(Socket socket) {
        try {
            return socket.getInputStream().readNBytes(1_000_000).length < 1_000_000;
        } catch (IOException e) {
            return true;
        }
    }

    private static void request(Socket socket, String token, String device) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nRingline-Device: " + device + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private double connections() {
        return metrics.get("ringline.stream.connections").gauge().value();
    }
}
