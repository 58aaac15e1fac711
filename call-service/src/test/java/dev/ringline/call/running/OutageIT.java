package dev.ringline.call.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.call.running.CallClient.Answer;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.EventType;
import dev.ringline.contracts.Topics;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import dev.ringline.testkit.RealParts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** Days on which Kafka or MongoDB is away, or somebody publishes rubbish. */
@RealParts
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.kafka.consumer.group-id=call-service-outage")
@DirtiesContext
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Infrastructure PARTS = Infrastructure.shared();

    @AutoClose
    private static final EventProbe EVENTS = EventProbe.start();

    @Autowired
    private MongoTemplate mongo;

    private Evidence evidence;
    private Stage stage;
    private CallClient alice;
    private CallClient bob;

    @BeforeEach
    void enter(@LocalServerPort int port) {
        evidence = new Evidence(mongo, EVENTS);
        stage = new Stage(port);
        alice = stage.enter("alice");
        bob = stage.enter("bob");
    }

    @AfterEach
    void endsWithOrderInBothStores() {
        PARTS.thawMongodb();
        PARTS.bringKafkaBack();
        await().atMost(PATIENCE)
                .until(
                        () -> stage.enter("caller")
                                .tryDial(stage.enter("callee"))
                                .status(),
                        status -> status == 201);
        evidence.check(stage.users());
    }

    @Test
    void answersAndEndsCallsWithoutKafkaAndTellsOfThemLater() {
        // Given
        String call = alice.dial(bob);
        evidence.toldOf(call);
        PARTS.takeKafkaDown();

        // When
        Answer answered = bob.post(call, "answer");
        Answer ended = alice.post(call, "end");

        // Then
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.text("status")).isEqualTo("ongoing");
        assertThat(ended.text("endReason")).isEqualTo("hangup");
        PARTS.bringKafkaBack();
        assertThat(evidence.toldOf(call)).containsExactly("initiated", "answered", "ended");
    }

    @Test
    void dialsNobodyOnceNobodyWouldHear() {
        // Given
        String key = UUID.randomUUID().toString();
        CallClient carol = stage.enter("carol");
        String known = carol.tryDialWithKey(bob, key).callId();
        carol.post(known, "end");
        PARTS.takeKafkaDown();
        String unheard = alice.dial(bob);

        // When
        Answer refused = await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stage.enter("dave").tryDial(stage.enter("erin")), answer -> answer.status() != 201);

        // Then
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(evidence.callsOf(lastTwo(stage.users()))).isEmpty();
        assertThat(alice.tryDial(bob).callId()).isEqualTo(unheard);
        assertThat(carol.tryDialWithKey(bob, key).callId()).isEqualTo(known);
        PARTS.bringKafkaBack();
        assertThat(evidence.toldOf(unheard)).startsWith("initiated");
    }

    @Test
    void saysSoWhileMongodbDoesNotAnswerAndGoesOnByItself() {
        // Given
        String call = alice.dial(bob);
        PARTS.freezeMongodb();

        // When
        List<Answer> answers = stage.race(
                () -> alice.get(call),
                () -> alice.list("/v1/calls"),
                () -> bob.post(call, "answer"),
                () -> bob.list("/v1/calls/incoming?wait=1"),
                () -> stage.enter("carol").tryDial(bob));
        EVENTS.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(alice.list("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(alice.list("/actuator/health/liveness").status()).isEqualTo(200);
        PARTS.thawMongodb();
        EVENTS.await(CallReady.class, call);
        assertThat(deadLettersOf(call)).isEmpty();
        assertThat(bob.post(call, "answer").body().at("/join/authToken").asString())
                .isEqualTo("token-of-" + bob.user());
    }

    @Test
    void setsPoisonAsideAndReadsOn() {
        // Given
        String call = alice.dial(bob);

        // When
        EVENTS.send(meetingRecord(call, "rubbish"));
        EVENTS.send(withType(meetingRecord(call, "{}"), EventType.MEETING_PROVISIONED));
        EVENTS.send(withType(meetingRecord(call, "{\"callId\":7}"), EventType.MEETING_PROVISIONING_FAILED));
        EVENTS.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));

        // Then
        EVENTS.await(CallReady.class, call);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(deadLettersOf(call)).containsExactly("rubbish", "{}", "{\"callId\":7}"));
    }

    private static List<String> deadLettersOf(String call) {
        return EVENTS.records().stream()
                .filter(record -> record.topic().equals(Topics.deadLetters(Topics.MEETING_EVENTS)))
                .filter(record -> call.equals(record.key()))
                .map(record -> new String(record.value(), UTF_8))
                .distinct()
                .toList();
    }

    private static ProducerRecord<String, byte[]> meetingRecord(String call, String body) {
        return new ProducerRecord<>(Topics.MEETING_EVENTS, call, body.getBytes(UTF_8));
    }

    private static ProducerRecord<String, byte[]> withType(ProducerRecord<String, byte[]> record, EventType type) {
        List.of(
                        List.of("ce_specversion", "1.0"),
                        List.of("ce_id", UUID.randomUUID().toString()),
                        List.of("ce_type", type.wireName()),
                        List.of("ce_source", "/meeting-provisioner"),
                        List.of("ce_subject", record.key()),
                        List.of("ce_time", "2026-01-31T12:00:00Z"),
                        List.of("ce_sequence", "1"),
                        List.of("content-type", "application/json"))
                .forEach(header ->
                        record.headers().add(header.getFirst(), header.getLast().getBytes(UTF_8)));
        return record;
    }

    private static List<String> lastTwo(List<String> users) {
        return users.subList(users.size() - 2, users.size());
    }
}
