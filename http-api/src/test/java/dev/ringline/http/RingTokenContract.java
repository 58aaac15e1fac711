package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ringline.http.ring.RingTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

/** How little a woken device may do, on both sides. */
abstract class RingTokenContract extends TokenContract {

    RingTokenContract(WebApplicationType type) {
        super(type);
    }

    Stream<Arguments> badRingTokens() {
        return Stream.of(
                argumentSet("of a foreign key", rings.ofForeignKey()),
                argumentSet("of the app's provider", tokens.typed(RingTokens.TYPE.getType())),
                argumentSet("expired", rings.with(claims -> claims.expirationTime(Tokens.secondsFromNow(-31)))),
                argumentSet("without expiry", rings.with(claims -> claims.expirationTime(null))),
                argumentSet("of another issuer", rings.with(claims -> claims.issuer(Tokens.ISSUER))),
                argumentSet("without user", rings.with(claims -> claims.subject(null))),
                argumentSet("without device", rings.with(claims -> claims.claim(RingTokens.DEVICE, null))),
                argumentSet(
                        "with two devices", rings.with(claims -> claims.claim(RingTokens.DEVICE, List.of("a", "b")))),
                argumentSet("without call", rings.with(claims -> claims.claim(RingTokens.CALL, null))));
    }

    @ParameterizedTest
    @MethodSource("badRingTokens")
    void refusesRingTokensThatItCannotBelieve(String token) throws Exception {
        // When
        var response = ring(token, request(opensTo()));

        // Then
        assertProblem(response, 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/caller",
                "/v1/pages",
                "/v1/calls",
                "/v1/calls/incoming",
                "/v1/calls/call-2",
                "/v1/calls/call-1/answer",
                "/v1/admin/things",
                "/actuator/metrics",
                "/v1/nothing"
            })
    void opensNothingButTheOneRing(String path) throws Exception {
        // When
        var response = ring(rings.good(), request(path));

        // Then
        assertProblem(response, 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/calls", "/v1/calls/call-1", "/v1/calls/call-1/answer", "/v1/calls/call-2/decline"})
    void commandsNothingButTheOneRing(String path) throws Exception {
        // When
        var response = ring(rings.good(), request(path).POST(BodyPublishers.ofString("{}")));

        // Then
        assertProblem(response, 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone-2", "Phone-1"})
    void isOfUseToNoOtherDevice(String device) throws Exception {
        // When
        var response = ring(rings.good(), request(opensTo()).setHeader("Ringline-Device", device));

        // Then
        assertProblem(response, 403, "forbidden");
    }

    /** Something that a ring token does open here. */
    abstract String opensTo();

    HttpResponse<String> ring(String token, HttpRequest.Builder request) throws Exception {
        return send(request.setHeader("Authorization", "Bearer " + token));
    }

    void assertIsTheWokenDevice(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var caller = JSON.readTree(response.body());
        assertThat(caller.get("userId").asString()).isEqualTo("alice");
        assertThat(caller.get("deviceId").asString()).isEqualTo(RingTokenSamples.DEVICE);
        assertThat(caller.get("ringingCall").asString()).isEqualTo(RingTokenSamples.CALL);
    }
}
