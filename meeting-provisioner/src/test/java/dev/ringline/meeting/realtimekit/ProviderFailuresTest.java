package dev.ringline.meeting.realtimekit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static dev.ringline.meeting.realtimekit.Wire.gateway;
import static dev.ringline.meeting.realtimekit.Wire.html;
import static dev.ringline.meeting.realtimekit.Wire.json;
import static dev.ringline.meeting.realtimekit.Wire.kit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderFailuresTest {

    private final WireMockServer provider = Wire.server();

    private RealtimeKitClient client;

    @BeforeEach
    void start(@TempDir Path secrets) {
        provider.start();
        client = Wire.client(provider, secrets, new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        client.close();
        provider.stop();
    }

    @ParameterizedTest
    @MethodSource({"refusals", "answers", "outages", "nonsense"})
    void classifiesEveryFailureOnce(ResponseDefinitionBuilder answer, FailureReason expected) {
        // Given
        provider.stubFor(any(anyUrl()).willReturn(answer));

        // When
        ProviderOutcome<String> outcome =
                client.createMeeting("call-1", Instant.now().plusSeconds(10));

        // Then
        assertThat(outcome.label()).isEqualTo(expected.code());
    }

    private static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("gateway 10000", json(400, gateway(10000)), FailureReason.AUTH_FAILED),
                argumentSet("gateway 9109", json(400, gateway(9109)), FailureReason.AUTH_FAILED),
                argumentSet("gateway 6003", json(400, gateway(6003)), FailureReason.AUTH_FAILED),
                argumentSet("legacy 401", json(401, "{\"message\":\"Unauthorized\"}"), FailureReason.AUTH_FAILED),
                argumentSet("403 in HTML", html(403), FailureReason.AUTH_FAILED),
                argumentSet("10001 forbidden", json(403, gateway(10001)), FailureReason.AUTH_FAILED),
                argumentSet(
                        "10001 internal",
                        json(403, "{\"success\":false,\"errors\":[{\"code\":10001,\"message\":\"Internal Error\"}]}"),
                        FailureReason.UNAVAILABLE));
    }

    private static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("kit 404", json(404, kit(404)), FailureReason.NOT_FOUND),
                argumentSet("404 in HTML", html(404), FailureReason.NOT_FOUND),
                argumentSet("kit 404 under 200", json(200, kit(404)), FailureReason.NOT_FOUND),
                argumentSet("no route", json(404, gateway(7003)), FailureReason.BAD_REQUEST),
                argumentSet("kit 409", json(409, kit(409)), FailureReason.CONFLICT),
                argumentSet("429 without a body", aResponse().withStatus(429), FailureReason.RATE_LIMITED),
                argumentSet("429 with null", json(429, "null"), FailureReason.RATE_LIMITED),
                argumentSet("971 under 200", json(200, gateway(971)), FailureReason.RATE_LIMITED),
                argumentSet("971 under 403", json(403, gateway(971)), FailureReason.RATE_LIMITED),
                argumentSet("kit 400", json(400, kit(400)), FailureReason.BAD_REQUEST),
                argumentSet("422", json(422, "[]"), FailureReason.BAD_REQUEST));
    }

    private static Stream<Arguments> outages() {
        return Stream.of(
                argumentSet("kit 500", json(500, kit(500)), FailureReason.UNAVAILABLE),
                argumentSet("gateway 1000", json(200, gateway(1000)), FailureReason.UNAVAILABLE),
                argumentSet("502 in HTML", html(502), FailureReason.UNAVAILABLE),
                argumentSet("520 in HTML", html(520), FailureReason.UNAVAILABLE),
                argumentSet("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), FailureReason.UNAVAILABLE),
                argumentSet("closed", aResponse().withFault(Fault.EMPTY_RESPONSE), FailureReason.UNAVAILABLE));
    }

    private static Stream<Arguments> nonsense() {
        return Stream.of(
                argumentSet(
                        "redirect",
                        aResponse().withStatus(302).withHeader("Location", "http://localhost:1/"),
                        FailureReason.PROTOCOL_ERROR),
                argumentSet("HTML under 200", html(200), FailureReason.PROTOCOL_ERROR),
                argumentSet("nothing under 201", aResponse().withStatus(201), FailureReason.PROTOCOL_ERROR),
                argumentSet(
                        "refused without a word under 200",
                        json(200, "{\"success\":false}"),
                        FailureReason.PROTOCOL_ERROR),
                argumentSet(
                        "data of the wrong type",
                        json(201, "{\"success\":true,\"data\":[1]}"),
                        FailureReason.PROTOCOL_ERROR),
                argumentSet("no id", json(201, "{\"success\":true,\"data\":{}}"), FailureReason.PROTOCOL_ERROR),
                argumentSet(
                        "id of the wrong type",
                        json(201, "{\"success\":true,\"data\":{\"id\":7}}"),
                        FailureReason.PROTOCOL_ERROR),
                argumentSet(
                        "garbage", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), FailureReason.UNAVAILABLE),
                argumentSet(
                        "more than fits",
                        json(201, "{\"pad\":\"" + "x".repeat(300_000) + "\",\"success\":true,\"data\":{\"id\":\"m\"}}"),
                        FailureReason.PROTOCOL_ERROR));
    }
}
