package dev.ringline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class GatewayTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway("--spring.cloud.gateway.server.webflux.httpclient.response-timeout=500ms");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /v1/calls,                               call-service",
        "GET,    /v1/calls/incoming?wait=20,              call-service",
        "POST,   /v1/calls/0198/answer,                   call-service",
        "POST,   /v1/admin/calls/0198/end,                call-service",
        "DELETE, /v1/admin/users/a%7Cb,                   call-service",
        "PUT,    /v1/devices/a%7Cb,                       notification-service",
        "GET,    /v1/devices,                             notification-service",
        "DELETE, /v1/admin/users/a%7Cb/devices,           notification-service",
        "DELETE, /v1/admin/users/a%7Cb/devices/phone,     notification-service",
        "GET,    /v1/push-config,                         notification-service",
        "PUT,    /v1/preferences,                         notification-service",
        "PUT,    /v1/admin/users/a%7Cb,                   notification-service",
        "GET,    /v1/messages,                            message-service",
        "GET,    /v1/messages/0198,                       message-service",
        "GET,    /v1/conversations/a%7Cb:c@d~e/messages,  message-service"
    })
    void routesEachPathToItsOwner(String method, String path, String owner) throws Exception {
        // When
        var response = gateway.send(gateway.request(path).method(method, BodyPublishers.noBody()));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(owner);
        assertThat(gateway.owner(owner).seen()).last().satisfies(seen -> {
            assertThat(seen.method()).isEqualTo(method);
            assertThat(seen.uri()).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1", "/v1/device", "/v1/callsign", "/v1/admin/users/alice", "/v1/stream/more", "/error"})
    void knowsNoOtherPath(String path) throws Exception {
        // When
        var response = gateway.send(gateway.request(path));

        // Then
        assertProblem(response, 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/calls/../../actuator/prometheus",
                "/v1/calls/%2e%2e/%2E%2E/actuator/prometheus",
                "/v1/calls/..%2f..%2factuator/prometheus",
                "/v1/calls/..%5c..%5cactuator/prometheus",
                "/v1/calls/..;/..;/actuator/prometheus",
                "/v1/calls/%252e%252e/actuator",
                "/v1/calls/a%00b"
            })
    void leadsNobodyAroundItsRoutes(String path) throws Exception {
        // Given
        var before = gateway.calls.seen().size();

        // When
        var response = gateway.sendRaw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 400").contains("\"code\":\"invalid-request\"");
        assertThat(gateway.calls.seen()).hasSize(before);
    }

    @Test
    void passesOnWhatClientsSayButNotWhoTheyClaimToBe() throws Exception {
        // When
        gateway.send(gateway.request("/v1/calls")
                .header("Authorization", "Bearer abc")
                .header("Ringline-Device", "phone-1")
                .header("Idempotency-Key", "k1")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=10.0.0.1"));

        // Then
        assertThat(gateway.calls.seen().getLast().headers())
                .contains("Authorization: Bearer abc", "Ringline-device: phone-1", "Idempotency-key: k1")
                .noneMatch(header -> header.toLowerCase().startsWith("x-forwarded")
                        || header.toLowerCase().startsWith("forwarded"));
    }

    @Test
    void continuesTheTraceOfTheClient() throws Exception {
        // Given
        var traceId = "0af7651916cd43dd8448eb211c80319c";

        // When
        gateway.send(gateway.request("/v1/calls").header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01"));

        // Then
        assertThat(gateway.calls.seen().getLast().headers())
                .anyMatch(header -> header.toLowerCase().startsWith("traceparent: 00-" + traceId));
    }

    @ParameterizedTest
    @CsvSource({"/v1/calls/0198, 200", "/v1/calls/hang-up, 503"})
    void logsEachRequestInItsTrace(String path, int status, CapturedOutput log) throws Exception {
        // Given
        var traceId = "0af7651916cd43dd8448eb211c80319d";

        // When
        gateway.send(gateway.request(path + "?before=secret")
                .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01"));

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log.getOut().lines())
                        .anyMatch(line ->
                                line.contains(traceId) && line.contains("GET " + path + " answered " + status)));
        assertThat(log.getOut()).doesNotContain("secret");
    }

    @Test
    void logsNoProbes(CapturedOutput log) throws Exception {
        // Given
        gateway.send(gateway.request("/actuator/health/readiness"));

        // When
        gateway.send(gateway.request("/v1/calls/last"));

        // Then
        await().atMost(SOON).until(() -> log.getOut().contains("GET /v1/calls/last answered"));
        assertThat(log.getOut()).doesNotContain("readiness", "readyz");
    }

    static Stream<Arguments> largeBodies() {
        var body = "a".repeat(17_000);
        return Stream.of(
                argumentSet("with a length", BodyPublishers.ofString(body)),
                argumentSet(
                        "in chunks", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()))));
    }

    @ParameterizedTest
    @MethodSource("largeBodies")
    void keepsLargeBodiesOut(BodyPublisher body) throws Exception {
        // When
        var response = gateway.send(gateway.request("/v1/calls").POST(body));

        // Then
        assertProblem(response, 413, "too-large");
    }

    @Test
    void letsBodiesThroughThatServicesTake() throws Exception {
        // When
        var response = gateway.send(gateway.request("/v1/calls").POST(BodyPublishers.ofString("a".repeat(16_000))));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatAServiceHungUp() throws Exception {
        // When
        var response = gateway.send(gateway.request("/v1/calls/hang-up"));

        // Then
        assertProblem(response, 503, "unavailable");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatAServiceIsSilent() throws Exception {
        // When
        var response = gateway.send(gateway.request("/v1/calls/silent"));

        // Then
        assertProblem(response, 504, "timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-service", "message-service", "notification-service"})
    void servesTheDescriptionOfEachInterface(String service) throws Exception {
        // When
        var response = gateway.send(gateway.request("/openapi/" + service + ".yaml"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(response.body()).startsWith("openapi: 3.1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /openapi/secret.yaml, 404, not-found",
        "DELETE, /openapi/call-service.yaml, 405, method-not-allowed"
    })
    void answersItsOwnRefusalsWithProblems(String method, String path, int status, String code) throws Exception {
        // When
        var response = gateway.send(gateway.request(path).method(method, BodyPublishers.noBody()));

        // Then
        assertProblem(response, status, code);
    }

    @Test
    void letsPagesOfConfiguredOriginsAsk() throws Exception {
        // When
        var response = gateway.sendRaw(preflight("http://localhost:5173"));

        // Then
        assertThat(response)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Access-Control-Allow-Origin: http://localhost:5173")
                .containsIgnoringCase("Access-Control-Allow-Headers: authorization, ringline-device");
    }

    @Test
    void keepsPagesOfOtherOriginsOut() throws Exception {
        // When
        var response = gateway.sendRaw(preflight("https://evil.example"));

        // Then
        assertThat(response).startsWith("HTTP/1.1 403").contains("\"code\":\"forbidden\"");
        assertThat(response).doesNotContainIgnoringCase("Access-Control-Allow-Origin");
    }

    @Test
    void letsPagesReadRefusals() throws Exception {
        // When
        var response = gateway.sendRaw(
                "GET /v1/nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\nOrigin: http://localhost:5173\r\n\r\n");

        // Then
        assertThat(response)
                .startsWith("HTTP/1.1 404")
                .containsIgnoringCase("Access-Control-Allow-Origin: http://localhost:5173");
    }

    static Stream<Arguments> unreadableRequests() {
        return Stream.of(
                argumentSet("broken escape", "GET /v1/%zz HTTP/1.1", 400, "invalid-request"),
                argumentSet("bar", "GET /v1/calls/a|b HTTP/1.1", 400, "invalid-request"),
                argumentSet("brace", "GET /v1/calls/{id} HTTP/1.1", 400, "invalid-request"),
                argumentSet("no HTTP", "hello", 400, "invalid-request"),
                argumentSet(
                        "two lengths",
                        "POST /v1/calls HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked",
                        400,
                        "invalid-request"),
                argumentSet("long address", "GET /v1/" + "a".repeat(9_000) + " HTTP/1.1", 414, "uri-too-long"),
                argumentSet(
                        "large headers",
                        "GET /v1/calls HTTP/1.1\r\nX-Large: " + "a".repeat(9_000),
                        431,
                        "headers-too-large"));
    }

    @ParameterizedTest
    @MethodSource("unreadableRequests")
    void saysWhyItCannotReadARequest(String request, int status, String code) throws Exception {
        // When
        var response = gateway.sendRaw(request + "\r\nHost: gateway\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"code\":\"" + code + "\"", "\"detail\":\"");
    }

    @Test
    void doesNotWaitForABodyThatNeverComes() throws Exception {
        // When
        var response = gateway.sendRaw("POST /v1/calls HTTP/1.1\r\nHost: gateway\r\nContent-Length: 20\r\n\r\n{");

        // Then
        assertThat(response)
                .startsWith("HTTP/1.1 408")
                .containsIgnoringCase("Connection: close")
                .contains("\"code\":\"request-timeout\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/livez", "/readyz"})
    void tellsEverybodyWhetherItServes(String path) throws Exception {
        // When
        var response = gateway.send(gateway.request(path));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/info"})
    void keepsItsInsideFromThePublic(String path) throws Exception {
        // When
        var response = gateway.send(gateway.request(path));

        // Then
        assertProblem(response, 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/info", "/actuator/prometheus"})
    void tellsOperatorsHowItIs(String path) throws Exception {
        // When
        var response = gateway.send(gateway.operatorsRequest(path));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void namesItselfInEachOfItsMetrics() throws Exception {
        // When
        var metrics = gateway.send(gateway.operatorsRequest("/actuator/prometheus"));

        // Then
        assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.contains("application=\"api-gateway\""));
    }

    private static String preflight(String origin) {
        return "OPTIONS /v1/calls HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nOrigin: " + origin
                + "\r\nAccess-Control-Request-Method: POST"
                + "\r\nAccess-Control-Request-Headers: authorization, ringline-device\r\n\r\n";
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"", "\"status\":" + status);
    }
}
