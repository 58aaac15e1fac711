package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

/** Who is let in, on both sides. */
abstract class TokenContract extends HttpSide {

    TokenContract(WebApplicationType type) {
        super(type);
    }

    Stream<Arguments> badTokens() {
        return Stream.of(
                argumentSet("garbage", "garbage"),
                argumentSet("unsigned", tokens.unsigned()),
                argumentSet("confused algorithm", tokens.ofConfusedAlgorithm()),
                argumentSet("foreign key", tokens.ofForeignKey()),
                argumentSet("unknown key", tokens.ofUnknownKey()),
                argumentSet("type of another purpose", tokens.typed("ringline-ring+jwt")),
                argumentSet("expired", tokens.with(claims -> claims.expirationTime(Tokens.secondsFromNow(-31)))),
                argumentSet("without expiry", tokens.with(claims -> claims.expirationTime(null))),
                argumentSet("not yet valid", tokens.with(claims -> claims.notBeforeTime(Tokens.secondsFromNow(90)))),
                argumentSet("other audience", tokens.with(claims -> claims.audience("shop"))),
                argumentSet("without audience", tokens.with(claims -> claims.audience((String) null))),
                argumentSet("other issuer", tokens.with(claims -> claims.issuer("https://evil.example"))),
                argumentSet("without issuer", tokens.with(claims -> claims.issuer(null))),
                argumentSet("without user", tokens.with(claims -> claims.subject(null))),
                argumentSet("user that is no opaque id", tokens.of("alice smith")));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesTokensThatItCannotBelieve(String token) throws Exception {
        // When
        var response = send(request("/v1/caller").setHeader("Authorization", "Bearer " + token));

        // Then
        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    Stream<Arguments> goodTokens() {
        return Stream.of(
                argumentSet("elliptic curve", tokens.ofEllipticCurve()),
                argumentSet("access token type", tokens.typed("at+jwt")),
                argumentSet(
                        "one of several audiences",
                        tokens.with(claims -> claims.audience(List.of("shop", Tokens.AUDIENCE)))),
                argumentSet(
                        "expired within the skew",
                        tokens.with(claims -> claims.expirationTime(Tokens.secondsFromNow(-10)))));
    }

    @ParameterizedTest
    @MethodSource("goodTokens")
    void believesTokensOfTheProvider(String token) throws Exception {
        // When
        var response = send(request("/v1/caller").setHeader("Authorization", "Bearer " + token));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/caller", "/v1/nothing", "/actuator/metrics", "/v1/admin/things", "/error"})
    void asksForATokenEverywhere(String path) throws Exception {
        // When
        var response = send(HttpRequest.newBuilder(URI.create(address() + path)));

        // Then
        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void letsProbesIn(String path) throws Exception {
        // When
        var response = send(HttpRequest.newBuilder(URI.create(address() + path)));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void asksForPatienceWhileKeysCannotBeHad() {
        // When
        var response = firstAnswer;

        // Then
        assertProblem(response, 503, "unavailable");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void letsAdminsIn() throws Exception {
        // Given
        var admin = tokens.with(claims -> claims.claim("scope", "other ringline.admin"));

        // When
        var response = send(request("/v1/admin/things").setHeader("Authorization", "Bearer " + admin));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void tellsControllersWhoAsks() throws Exception {
        // When
        var response = send(request("/v1/caller").setHeader("Ringline-Device", "phone-1"));

        // Then
        var caller = JSON.readTree(response.body());
        assertThat(caller.get("userId").asString()).isEqualTo("alice");
        assertThat(caller.get("deviceId").asString()).isEqualTo("phone-1");
    }

    @Test
    void takesTheSessionForTheDevice() throws Exception {
        // Given
        var token = tokens.with(claims -> claims.claim("sid", "session-7"));

        // When
        var response = send(request("/v1/device").setHeader("Authorization", "Bearer " + token));

        // Then
        assertThat(JSON.readTree(response.body()).get("device").asString()).isEqualTo("session-7");
    }

    @Test
    void asksForADevice() throws Exception {
        // When
        var response = get("/v1/device");

        // Then
        assertProblem(response, 400, "device-required");
    }

    @Test
    void refusesADeviceThatIsNoOpaqueId() throws Exception {
        // When
        var response = send(request("/v1/caller").setHeader("Ringline-Device", "my phone"));

        // Then
        var problem = assertProblem(response, 400, "invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("Ringline-Device");
    }
}
