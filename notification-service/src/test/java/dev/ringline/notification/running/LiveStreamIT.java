package dev.ringline.notification.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.Topics;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.OpenApiConformance;
import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.TestIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class LiveStreamIT {

    private static final String CALL_SERVICE = "/call-service";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final String callee = ToldCall.someone();

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    @BeforeEach
    void awaitReadiness() {
        Readiness.await(port);
    }

    @Test
    void ringsTheCalleeAndShowsTheCallToTheCaller() throws IOException {
        try (var alice = StreamClient.connect(port, "alice-tablet");
                var bob = StreamClient.connect(port, callee + "-phone")) {
            // Given
            ToldCall call = ToldCall.to(callee);
            // When
            probe.publish(CALL_SERVICE, call.initiated());
            // Then
            var incoming = bob.await("call.incoming");
            assertThat(incoming.field("callId")).isEqualTo(call.callId());
            assertThat(incoming.field("alert")).isEqualTo("ring");
            assertThat(incoming.data().get("ringRemainingMs").asLong()).isBetween(1L, 600_000L);
            assertThat(alice.await("call.outgoing").field("deviceId")).isEqualTo("alice-phone");
        }
    }

    @Test
    void silencesTheOtherDeviceWhenOneAnswers() throws IOException {
        try (var alice = StreamClient.connect(port, "alice-phone");
                var phone = StreamClient.connect(port, callee + "-phone");
                var tablet = StreamClient.connect(port, callee + "-tablet")) {
            // Given
            ToldCall call = ToldCall.to(callee);
            probe.publish(CALL_SERVICE, call.initiated());
            phone.await("call.incoming");
            tablet.await("call.incoming");
            // When
            probe.publish(CALL_SERVICE, call.answered(callee + "-phone"));
            probe.publish(CALL_SERVICE, call.ready());
            // Then
            phone.await("call.ready");
            alice.await("call.ready");
            assertThat(phone.events()).containsExactly("snapshot", "call.incoming", "call.answered", "call.ready");
            assertThat(tablet.await("call.stopped").field("reason")).isEqualTo("answered_elsewhere");
            assertThat(tablet.events()).containsExactly("snapshot", "call.incoming", "call.stopped");
        }
    }

    @Test
    void showsARingToADeviceThatConnectsLater() throws IOException {
        // Given
        ToldCall call = ToldCall.to(callee);
        try (var tablet = StreamClient.connect(port, callee + "-tablet")) {
            probe.publish(CALL_SERVICE, call.initiated());
            tablet.await("call.incoming");
            // When
            try (var phone = StreamClient.connect(port, callee + "-phone")) {
                // Then
                assertThat(phone.snapshot().data().get("calls").valueStream())
                        .extracting(shown -> shown.get("callId").asString())
                        .containsExactly(call.callId());
            }
        }
    }

    @Test
    void tellsOfAWrittenMessage() throws IOException {
        try (var bob = StreamClient.connect(port, callee + "-phone")) {
            // Given
            ToldCall call = ToldCall.to(callee);
            // When
            probe.publish("/message-service", call.written("c7"));
            // Then
            var message = bob.await("message.created");
            assertThat(message.field("messageId")).isEqualTo(call.callId());
            assertThat(message.data().at("/call/reason").asString()).isEqualTo("caller_cancelled");
        }
    }

    @Test
    void neverRingsWhenTheDeadlinePassedOrTheEndIsKnown() throws IOException {
        try (var frank = StreamClient.connect(port, callee + "-phone")) {
            // Given
            ToldCall late = ToldCall.longAgoTo(callee);
            ToldCall over = ToldCall.to(callee);
            var beginning = over.initiated();
            ToldCall fresh = ToldCall.to(callee);
            // When
            probe.publish(CALL_SERVICE, late.initiated());
            probe.publish(CALL_SERVICE, over.cancelled());
            probe.publish(CALL_SERVICE, beginning);
            probe.publish(CALL_SERVICE, fresh.initiated());
            // Then
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(frank.events()).contains("call.ended", "call.incoming"));
            assertThat(frank.await("call.incoming").field("callId")).isEqualTo(fresh.callId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.CALL_EVENTS, Topics.MESSAGE_EVENTS})
    void goesOnBehindABrokenRecord(String topic) throws IOException {
        try (var grace = StreamClient.connect(port, callee + "-phone")) {
            // Given
            ToldCall call = ToldCall.to(callee);
            String key = "broken " + call.callId();
            // When
            probe.send(new ProducerRecord<>(topic, key, "{".getBytes(StandardCharsets.UTF_8)));
            probe.publish(CALL_SERVICE, call.initiated());
            // Then
            assertThat(probe.awaitDeadLetter(topic, key).value()).asString().isEqualTo("{");
            assertThat(grace.await("call.incoming").field("callId")).isEqualTo(call.callId());
        }
    }

    @Test
    void writesCommentsWhileNothingHappens() throws IOException {
        // Given
        try (var heidi = StreamClient.connect(port, callee + "-phone")) {
            // When
            Awaitility.await().atMost(PATIENCE).until(() -> heidi.comments() >= 2);
            // Then
            assertThat(heidi.events()).containsExactly("snapshot");
        }
    }

    @Test
    void saysThatTheAnswerIsAStream() throws IOException {
        // Given
        try (var ivan = StreamClient.connect(port, callee + "-phone")) {
            // When
            var headers = ivan.response().headers();
            // Then
            assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("Connection")).hasValue("close");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/*", "text/event-stream", "application/json, text/event-stream;q=0.5"})
    void streamsToWhoeverTakesAStream(String accepted) throws IOException {
        // When
        var answer = StreamClient.send(request(TestIdentity.tokenFor(callee))
                .header("Ringline-Device", callee + "-phone")
                .header("Accept", accepted)
                .build());
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        answer.body().close();
    }

    @Test
    void refusesBadRequestsInWords() throws IOException {
        // Given
        String token = TestIdentity.tokenFor("alice");
        // When
        var answers = new HttpResponse[] {
            StreamClient.get(port, "nonsense", "alice-phone"),
            StreamClient.get(port, TestIdentity.expiredTokenFor("alice"), "alice-phone"),
            StreamClient.get(port, token, "a phone"),
            StreamClient.send(request(token).GET().build()),
            StreamClient.send(request(token)
                    .header("Ringline-Device", "alice-phone")
                    .header("Accept", "application/json")
                    .build()),
            StreamClient.send(
                    request(token).POST(HttpRequest.BodyPublishers.noBody()).build())
        };
        // Then
        assertProblem(answers[0], 401, "unauthenticated");
        assertProblem(answers[1], 401, "unauthenticated");
        assertProblem(answers[2], 400, "invalid-request");
        assertProblem(answers[3], 400, "device-required");
        assertProblem(answers[4], 406, "not-acceptable");
        assertProblem(answers[5], 405, "method-not-allowed");
    }

    @Test
    void refusesWhatItCannotReadInWords() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // When
            socket.getOutputStream().write("GET /v1/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            // Then
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"invalid-request\"");
        }
    }

    @Test
    void servesWhatItsDescriptionSays() {
        // When
        var served = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .filter(path -> path.getPatternString().startsWith("/v1"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path.getPatternString())))
                .toList();
        // Then
        OpenApiConformance.check("notification-service", served);
    }

    private HttpRequest.Builder request(String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/stream"))
                .header("Authorization", "Bearer " + token);
    }

    private static void assertProblem(HttpResponse<?> answer, int status, String code) throws IOException {
        JsonNode problem = JsonMapper.shared().readTree((InputStream) answer.body());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }
}
