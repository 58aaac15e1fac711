package dev.ringline.meeting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.Media;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import dev.ringline.contracts.MeetingEvent.ProvisionedParticipant;
import dev.ringline.contracts.Topics;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import dev.ringline.meeting.realtimekit.StandIn;
import dev.ringline.meeting.realtimekit.Wire;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.TestSealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"logging.config=classpath:structured-log.xml", "ringline.meetings.give-up-after-dial=45s"})
@RealParts
@ExtendWith(OutputCaptureExtension.class)
class ProvisioningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALL_SERVICE = "/call-service";
    private static final StandIn PROVIDER = StandIn.start();

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Provisionings provisionings;

    @LocalServerPort
    private int port;

    private CallEvents call;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        PROVIDER.configure(properties);
    }

    @BeforeEach
    void dialWithAWorkingProvider() {
        PROVIDER.works();
        call = new CallEvents();
    }

    @Test
    void givesARingingCallAMeetingAndASeatForEitherSide() {
        // When
        probe.publish(CALL_SERVICE, call.initiated());

        // Then
        MeetingProvisioned provisioned = probe.await(MeetingProvisioned.class, call.callId());
        assertThat(provisioned.sequence()).isEqualTo(1);
        assertThat(provisioned.media()).isEqualTo(Media.VIDEO);
        assertThat(provisioned.participants())
                .extracting(ProvisionedParticipant::userId)
                .containsExactly("alice", "bob");
        assertThat(provisioned.participants())
                .extracting(ProvisionedParticipant::expiresAt)
                .containsOnly(StandIn.EXPIRY);
        assertThat(PROVIDER.participantsAddedTo(provisioned.meetingId())).isEqualTo(2);
    }

    @Test
    void sealsTheTokenOfEachSeatToItsMeetingAndUser() throws GeneralSecurityException {
        // Given
        probe.publish(CALL_SERVICE, call.initiated());

        // When
        MeetingProvisioned provisioned = probe.await(MeetingProvisioned.class, call.callId());

        // Then
        String meetingId = provisioned.meetingId();
        String sealed = provisioned.participants().getFirst().sealedToken();
        assertThat(open(sealed, meetingId + "\nalice")).isEqualTo(StandIn.TOKEN);
        assertThatThrownBy(() -> open(sealed, meetingId + "\nbob")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void showsTheClearTokenToNobody(CapturedOutput log) {
        // Given
        probe.publish(CALL_SERVICE, call.initiated());

        // When
        probe.await(MeetingProvisioned.class, call.callId());

        // Then
        assertThat(probe.records())
                .isNotEmpty()
                .allSatisfy(
                        record -> assertThat(new String(record.value(), UTF_8)).doesNotContain(StandIn.TOKEN));
        assertThat(mongo.findById(call.callId(), Document.class, "provisionings"))
                .asString()
                .contains("sealedToken")
                .doesNotContain(StandIn.TOKEN);
        assertThat(log.getAll()).doesNotContain(StandIn.TOKEN);
    }

    @Test
    void makesTheMeetingInactiveWhenTheCallEnds() {
        // Given
        probe.publish(CALL_SERVICE, call.initiated());
        String meetingId = probe.await(MeetingProvisioned.class, call.callId()).meetingId();

        // When
        probe.publish(CALL_SERVICE, call.ended());

        // Then
        await().atMost(PATIENCE).until(() -> PROVIDER.wasMadeInactive(meetingId));
    }

    @Test
    void makesNothingTwiceWhenEventsAreToldAgain() {
        // Given
        probe.publish(CALL_SERVICE, call.initiated());
        probe.publish(CALL_SERVICE, call.initiated());
        String meetingId = probe.await(MeetingProvisioned.class, call.callId()).meetingId();

        // When
        probe.publish(CALL_SERVICE, call.initiated());
        probe.publish(CALL_SERVICE, call.ended());

        // Then
        await().atMost(PATIENCE).until(() -> PROVIDER.wasMadeInactive(meetingId));
        assertThat(PROVIDER.meetingsMadeFor(call.callId())).isEqualTo(1);
        assertThat(PROVIDER.participantsAddedTo(meetingId)).isEqualTo(2);
        assertThat(probe.seen(MeetingEvent.class, call.callId())).hasSize(1);
    }

    @Test
    void neverServesACallWhoseEndCameFirst() {
        // Given
        CallEvents next = new CallEvents();
        probe.publish(CALL_SERVICE, call.ended());
        probe.publish(CALL_SERVICE, call.initiated());

        // When
        probe.publish(CALL_SERVICE, next.initiated());

        // Then
        probe.await(MeetingProvisioned.class, next.callId());
        await().atMost(PATIENCE).until(() -> provisionings.find(call.callId()).isPresent());
        assertThat(PROVIDER.meetingsMadeFor(call.callId())).isZero();
    }

    @Test
    void goesOnWhereAnotherReplicaWasStopped() {
        // Given
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RingingCall ringing =
                new RingingCall(call.callId(), "alice", "bob", MeetingMedia.VIDEO, now, now.plusSeconds(30));
        Provisioning stopped = Provisioning.requested(ringing, 1, Fixtures.DEADLINES, now)
                .orElseThrow()
                .meetingCreated("meeting-before", now)
                .next();

        // When
        provisionings.insert(stopped);

        // Then
        MeetingProvisioned provisioned = probe.await(MeetingProvisioned.class, call.callId());
        assertThat(provisioned.meetingId()).isEqualTo("meeting-before");
        assertThat(PROVIDER.meetingsMadeFor(call.callId())).isZero();
    }

    @Test
    void stillServesACallThatRangLongBeforeItsEventWasRead() {
        // Given
        CallEvents late = new CallEvents(Duration.ofSeconds(25));

        // When
        probe.publish(CALL_SERVICE, late.initiated(Duration.ofSeconds(60)));

        // Then
        MeetingProvisioned provisioned = probe.await(MeetingProvisioned.class, late.callId());
        assertThat(provisioned.participants()).hasSize(2);
    }

    @Test
    void saysInTimeThatThereIsNoMeetingWhenTheProviderIsDown() {
        // Given
        PROVIDER.answersEverythingWith(Wire.html(502));

        // When
        probe.publish(CALL_SERVICE, call.initiated(Duration.ofSeconds(8)));

        // Then
        MeetingProvisioningFailed failed = probe.await(MeetingProvisioningFailed.class, call.callId());
        assertThat(failed.reason()).isEqualTo("unavailable");
        assertThat(failed.sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"401, auth_failed", "400, bad_request"})
    void saysWhyThereIsNoMeetingWhenItIsRefused(int status, String reason) {
        // Given
        PROVIDER.answersEverythingWith(aResponse().withStatus(status));

        // When
        probe.publish(CALL_SERVICE, call.initiated());

        // Then
        assertThat(probe.await(MeetingProvisioningFailed.class, call.callId()).reason())
                .isEqualTo(reason);
    }

    @Test
    void givesUpSoonAfterTheAnswer() {
        // Given
        PROVIDER.answersEverythingWith(aResponse().withStatus(429).withHeader("retry-after", "60"));
        probe.publish(CALL_SERVICE, call.initiated(Duration.ofSeconds(60)));
        await().atMost(PATIENCE).until(() -> PROVIDER.meetingsMadeFor(call.callId()) == 1);

        // When
        probe.publish(CALL_SERVICE, call.answered());

        // Then
        assertThat(probe.await(MeetingProvisioningFailed.class, call.callId()).reason())
                .isEqualTo("rate_limited");
    }

    @Test
    void putsABrokenRecordAsideAndServesTheNextCall() {
        // Given
        byte[] broken = "{\"callId\":".getBytes(UTF_8);
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(Topics.CALL_EVENTS, call.callId(), broken);
        poison.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", call.callId().getBytes(UTF_8))
                .add("ce_type", "dev.ringline.call.initiated.v1".getBytes(UTF_8))
                .add("ce_source", CALL_SERVICE.getBytes(UTF_8))
                .add("ce_subject", call.callId().getBytes(UTF_8))
                .add("ce_sequence", "1".getBytes(UTF_8))
                .add("content-type", "application/json".getBytes(UTF_8));

        // When
        probe.send(poison);
        probe.publish(CALL_SERVICE, call.initiated());

        // Then
        assertThat(probe.awaitDeadLetter(Topics.CALL_EVENTS, call.callId()).value())
                .isEqualTo(broken);
        probe.await(MeetingProvisioned.class, call.callId());
    }

    @Test
    void servesTheCallOnceItsDatabaseIsBack() {
        // Given
        RestClient health = RestClient.create("http://localhost:" + port + "/actuator/health/readiness");
        Infrastructure.shared().freezeMongodb();
        probe.publish(CALL_SERVICE, call.initiated());
        await().atMost(PATIENCE).until(() -> status(health) == 503);

        // When
        Infrastructure.shared().thawMongodb();

        // Then
        probe.await(MeetingProvisioned.class, call.callId());
        assertThat(probe.records())
                .extracting(ConsumerRecord::topic)
                .doesNotContain(Topics.deadLetters(Topics.CALL_EVENTS));
    }

    @Test
    void countsItsRequestsToTheProvider() {
        // Given
        RestClient actuator = RestClient.create("http://localhost:" + port + "/actuator");
        probe.publish(CALL_SERVICE, call.initiated());
        probe.await(MeetingProvisioned.class, call.callId());

        // When
        String metrics = actuator.get().uri("/prometheus").retrieve().body(String.class);

        // Then
        assertThat(metrics)
                .containsPattern(
                        "ringline_provider_requests_seconds_count\\{.*op=\"create_meeting\".*outcome=\"success\"");
    }

    @Test
    void writesOneStructuredLinePerEffect() throws IOException {
        // Given
        probe.publish(CALL_SERVICE, call.initiated());
        String meetingId = probe.await(MeetingProvisioned.class, call.callId()).meetingId();

        // When
        probe.publish(CALL_SERVICE, call.ended());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines())
                        .extracting(
                                line -> line.get("message").stringValue(),
                                line -> line.path("userId").asString())
                        .containsExactly(
                                tuple("meeting created", ""),
                                tuple("participant added", "alice"),
                                tuple("participant added", "bob"),
                                tuple("meeting provisioned", ""),
                                tuple("meeting set inactive", "")));
        assertThat(lines())
                .extracting(
                        line -> line.path("meetingId").asString(),
                        line -> line.path("outcome").asString(),
                        line -> line.at("/log/level").asString())
                .containsOnly(tuple(meetingId, "success", "INFO"));
    }

    @Test
    void saysWhyACallHasNoMeeting() {
        // Given
        PROVIDER.answersEverythingWith(aResponse().withStatus(401));

        // When
        probe.publish(CALL_SERVICE, call.initiated());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines())
                        .extracting(
                                line -> line.get("message").stringValue(),
                                line -> line.path("outcome").asString())
                        .containsExactly(
                                tuple("the provider did not do it", "auth_failed"),
                                tuple("no meeting for this call", "auth_failed")));
    }

    @Test
    void putsItsNameOnEveryMeter() {
        // Given
        RestClient actuator = RestClient.create("http://localhost:" + port + "/actuator");

        // When
        String metrics = actuator.get().uri("/prometheus").retrieve().body(String.class);

        // Then
        assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.contains("application=\"meeting-provisioner\""));
    }

    @Test
    void isReadyWhileItsDatabaseIs() {
        // Given
        RestClient actuator = RestClient.create("http://localhost:" + port + "/actuator");

        // When
        String readiness = actuator.get().uri("/health/readiness").retrieve().body(String.class);

        // Then
        assertThat(readiness).contains("\"UP\"");
    }

    /** What the structured log tells of this call. */
    private List<JsonNode> lines() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("target/structured.log"))) {
            return lines.map(JsonMapper.shared()::readTree)
                    .filter(line -> call.callId().equals(line.path("callId").asString()))
                    .toList();
        }
    }

    private static int status(RestClient client) {
        return client.get().exchange((_, response) -> response.getStatusCode().value());
    }

    private static String open(String sealed, String context) throws GeneralSecurityException {
        byte[] clear = TestSealing.open().decrypt(Base64.getUrlDecoder().decode(sealed), context.getBytes(UTF_8));
        return new String(clear, UTF_8);
    }
}
