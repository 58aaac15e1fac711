package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.phone.Phone;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import dev.ringline.local.identity.IdentityProvider;
import dev.ringline.local.identity.SigningKey;
import dev.ringline.local.identity.TokenIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front door lets in, what it keeps out, and what it says then. */
@OnTheStack
class GatewayE2E {

    private static final int TOO_MANY = 100_000;

    private final World world;

    @AutoClose
    private final Phone mallory;

    GatewayE2E(World world) {
        this.world = world;
        mallory = world.phone("mallory", "phone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                        | invalid-request
                    []                                       | invalid-request
                    {}                                       | invalid-request
                    {"calleeId": 7}                          | invalid-request
                    {"calleeId": "no spaces"}                | invalid-request
                    {"calleeId": "mallory"}                  | invalid-request
                    {"calleeId": "bob", "media": "smell"}    | invalid-request
                    {"calleeId": "bob", "colour": "red"}     | invalid-request
                    {"calleeId": "bob", "ringSeconds": 4000} | invalid-request
                    """)
    void saysWhatIsWrongWithADial(String body, String code) {
        // Given
        var dial = mallory.posting("/v1/calls", body);

        // When
        var answer = mallory.send(dial);

        // Then
        answer.expectProblem(400, code);
        assertThat(answer.json().path("errors").size()).isPositive();
        assertThat(mallory.get("/v1/calls").expect(200).json().path("items").size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/nothing,                                    404, not-found",
        "GET,    /v1/calls/018f0000-0000-7000-8000-000000000000, 404, call-not-found",
        "GET,    /v1/calls?before=!,                             400, invalid-request",
        "GET,    /v1/messages?limit=1000,                        400, invalid-request",
        "DELETE, /v1/calls,                                      405, method-not-allowed",
        "POST,   /v1/messages,                                   405, method-not-allowed",
        "POST,   /v1/stream,                                     405, method-not-allowed"
    })
    void saysWhatIsWrongWithAnAddress(String method, String path, int status, String code) {
        // Given
        var request = mallory.request(path).method(method, BodyPublishers.noBody());

        // When
        var answer = mallory.send(request);

        // Then
        answer.expectProblem(status, code);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        // Given
        var dial = mallory.posting("/v1/calls", "{\"calleeId\":\"%s\"}".formatted("x".repeat(TOO_MANY)));

        // When
        var answer = mallory.send(dial);

        // Then
        answer.expectProblem(413, "too-large");
    }

    @Test
    void refusesABodyThatIsNoJson() {
        // Given
        var dial = mallory.request("/v1/calls")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("call bob"));

        // When
        var answer = mallory.send(dial);

        // Then
        answer.expectProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/calls", "/v1/messages", "/v1/stream"})
    void letsNobodyInWithoutATokenOfOurs(String path) {
        // Given
        var issuer = IdentityProvider.issuer(world.addresses().identityProvider());
        var forger = new TokenIssuer(SigningKey.generate(), issuer, IdentityProvider.AUDIENCE, InstantSource.system());
        var forged = new Phone(world.gateway(), "alice", "phone", forger.issue("alice", Map.of()));

        // When
        var answers = Stream.of(world.gateway().get(path), forged.get(path)).toList();

        // Then
        answers.forEach(answer -> answer.expectProblem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-service", "notification-service", "message-service"})
    void servesTheDescriptionOfEachInterface(String service) {
        // Given
        // When
        var answer = world.gateway().get("/openapi/" + service + ".yaml");

        // Then
        assertThat(answer.expect(200).body()).startsWith("openapi: 3.1").contains("/v1/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/calls/actuator/prometheus",
                "/v1/calls/../../actuator/prometheus",
                "/v1/calls/..%2f..%2factuator/prometheus",
                "/v1/calls/..;/..;/actuator/prometheus",
                "/call-service/actuator/prometheus"
            })
    void leadsNobodyToTheInsideOfAService(String path) {
        // Given
        // When
        var answer = mallory.get(path);

        // Then
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("ringline_");
    }

    @Test
    void tellsAWebPageWhatItMaySend() {
        // Given
        var preflight = world.gateway()
                .request("/v1/calls")
                .header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,ringline-device,idempotency-key")
                .method("OPTIONS", BodyPublishers.noBody());

        // When
        var answer = world.gateway().send(preflight).expect(200);

        // Then
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("http://localhost:5173");
        assertThat(answer.header("access-control-allow-headers")).containsIgnoringCase("ringline-device");
    }
}
