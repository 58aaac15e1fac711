package dev.ringline.meeting.realtimekit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.ringline.meeting.realtimekit.Wire.APP;
import static dev.ringline.meeting.realtimekit.Wire.html;
import static dev.ringline.meeting.realtimekit.Wire.json;
import static dev.ringline.meeting.realtimekit.Wire.meeting;
import static dev.ringline.meeting.realtimekit.Wire.participant;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.MeetingProvider.NewParticipant;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Success;
import dev.ringline.meeting.ProviderFailure;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealtimeKitClientTest {

    private static final Instant EXPIRY = Instant.parse("2026-06-09T10:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final WireMockServer provider = Wire.server();

    private RealtimeKitClient client;

    @BeforeEach
    void start(@TempDir Path secrets) {
        provider.start();
        client = Wire.client(provider, secrets, meters);
    }

    @AfterEach
    void stop() {
        client.close();
        provider.stop();
    }

    @Test
    void createsAMeetingThatNamesTheCall() {
        // Given
        answers(json(201, meeting("m-1")));

        // When
        ProviderOutcome<String> outcome = create();

        // Then
        assertThat(outcome).isEqualTo(new Success<>("m-1"));
        provider.verify(postRequestedFor(urlEqualTo(APP + "/meetings"))
                .withHeader("Authorization", equalTo("Bearer api-token"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("{\"title\":\"ringline-call-call-1\"}")));
    }

    @Test
    void readsTheGatewaysEnvelopeOfASuccessToo() {
        // Given
        answers(json(200, "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"id\":\"m-1\"}}"));

        // When
        ProviderOutcome<String> outcome = create();

        // Then
        assertThat(outcome).isEqualTo(new Success<>("m-1"));
    }

    @Test
    void addsAParticipantWhoseTokenTellsItsExpiry() {
        // Given
        answers(json(201, participant("p-1", Tokens.expiringAt(EXPIRY))));

        // When
        ProviderOutcome<NewParticipant> outcome = add("alice", MeetingMedia.VIDEO);

        // Then
        NewParticipant participant = ((Success<NewParticipant>) outcome).value();
        assertThat(participant.participantId()).isEqualTo("p-1");
        assertThat(participant.token().expiresAt()).isEqualTo(EXPIRY);
    }

    @Test
    void givesAParticipantOpaqueNamesAndThePresetOfTheMedia() {
        // Given
        answers(json(201, participant("p-1", Tokens.expiringAt(EXPIRY))));

        // When
        add("alice@example.test", MeetingMedia.AUDIO);

        // Then
        LoggedRequest request = provider.findAll(postRequestedFor(urlEqualTo(APP + "/meetings/m-1/participants")))
                .getFirst();
        String opaque = "[A-Za-z0-9_-]{43}";
        assertThat(request.getBodyAsString())
                .doesNotContain("alice")
                .containsPattern("\"custom_participant_id\":\"" + opaque + "\"")
                .containsPattern("\"name\":\"" + opaque + "\"")
                .contains("\"preset_name\":\"voice\"");
    }

    @Test
    void closesAMeeting() {
        // Given
        answers(json(200, meeting("m-1")));

        // When
        ProviderOutcome<String> outcome = client.closeMeeting("m-1", soon());

        // Then
        assertThat(outcome).isEqualTo(new Success<>("m-1"));
        provider.verify(patchRequestedFor(urlEqualTo(APP + "/meetings/m-1"))
                .withRequestBody(equalToJson("{\"status\":\"INACTIVE\"}")));
    }

    @Test
    void passesOnForHowLongToStayAway() {
        // Given
        answers(aResponse().withStatus(429).withHeader("retry-after", "7"));

        // When
        ProviderOutcome<String> outcome = create();

        // Then
        assertThat(failure(outcome).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void repeatsABlip() {
        // Given
        provider.stubFor(any(anyUrl())
                .inScenario("blip")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(html(502))
                .willSetStateTo("over"));
        provider.stubFor(
                any(anyUrl()).inScenario("blip").whenScenarioStateIs("over").willReturn(json(201, meeting("m-1"))));

        // When
        ProviderOutcome<String> outcome = create();

        // Then
        assertThat(outcome).isEqualTo(new Success<>("m-1"));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void stopsRepeatingAfterThreeRequests() {
        // Given
        answers(html(503));

        // When
        create();

        // Then
        assertThat(requests()).isEqualTo(3);
        assertThat(counted("create_meeting", "unavailable")).isEqualTo(3);
    }

    @Test
    void repeatsNothingThatTheProviderAskedToComeBackWithLater() {
        // Given
        answers(html(503).withHeader("retry-after", "1"));

        // When
        create();

        // Then
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void doesNotOutliveItsTime() {
        // Given
        answers(json(201, meeting("m-1")).withFixedDelay(60_000));

        // When
        ProviderOutcome<String> outcome =
                client.createMeeting("call-1", Instant.now().plusMillis(1_500));

        // Then
        assertThat(failure(outcome).reason()).isEqualTo(FailureReason.UNAVAILABLE);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForABodyThatNeverEnds() {
        // Given
        answers(json(201, meeting("m-1")).withChunkedDribbleDelay(10, 60_000));

        // When
        ProviderOutcome<String> outcome =
                client.createMeeting("call-1", Instant.now().plusMillis(1_500));

        // Then
        assertThat(failure(outcome).reason()).isEqualTo(FailureReason.UNAVAILABLE);
    }

    @Test
    void asksNothingWhenItsTimeIsUp() {
        // When
        ProviderOutcome<String> outcome = client.createMeeting("call-1", Instant.EPOCH);

        // Then
        assertThat(failure(outcome).reason()).isEqualTo(FailureReason.UNAVAILABLE);
        assertThat(requests()).isZero();
    }

    @Test
    void findsNobodyAtHome() {
        // Given
        provider.stop();

        // When
        ProviderOutcome<String> outcome = create();

        // Then
        assertThat(failure(outcome).reason()).isEqualTo(FailureReason.UNAVAILABLE);
    }

    @ParameterizedTest
    @MethodSource("unreadableTokens")
    void takesNoTokenWhoseExpiryCannotBeRead(String token) {
        // Given
        answers(json(201, participant("p-1", token)));

        // When
        ProviderOutcome<NewParticipant> outcome = add("alice", MeetingMedia.VIDEO);

        // Then
        assertThat(failure(outcome).reason()).isEqualTo(FailureReason.PROTOCOL_ERROR);
        assertThat(outcome.toString()).doesNotContain(token);
    }

    private static Stream<String> unreadableTokens() {
        return Stream.of(
                "no-jwt-at-all", "eyJh.!!!.sig", Tokens.withClaims("{}"), Tokens.withClaims("{\"exp\":\"soon\"}"));
    }

    @Test
    void countsSuccessesByOperation() {
        // Given
        answers(json(200, meeting("m-1")));

        // When
        client.closeMeeting("m-1", soon());

        // Then
        assertThat(counted("close_meeting", "success")).isEqualTo(1);
    }

    private void answers(ResponseDefinitionBuilder answer) {
        provider.stubFor(any(anyUrl()).willReturn(answer));
    }

    private ProviderOutcome<String> create() {
        return client.createMeeting("call-1", soon());
    }

    private ProviderOutcome<NewParticipant> add(String userId, MeetingMedia media) {
        return client.addParticipant("m-1", userId, media, soon());
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(10);
    }

    private int requests() {
        return provider.getAllServeEvents().size();
    }

    private long counted(String operation, String outcome) {
        return meters.get("ringline.provider.requests")
                .tag("op", operation)
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private static ProviderFailure failure(ProviderOutcome<?> outcome) {
        return ((Failed<?>) outcome).failure();
    }
}
