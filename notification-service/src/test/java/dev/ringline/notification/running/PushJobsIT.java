package dev.ringline.notification.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.ringline.contracts.DeliveryEvent.DeliveryReported;
import dev.ringline.contracts.DeliveryEvent.Kind;
import dev.ringline.contracts.DeliveryEvent.Outcome;
import dev.ringline.notification.push.PushChannel;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.rules.push.Presence;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.data.mongodb.core.MongoTemplate;

/** From events to push requests, on a real broker and a real database; the push service only writes down what it gets. */
@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class PushJobsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALL_SERVICE = "/call-service";

    @LocalServerPort
    private int port;

    @Autowired
    private Recorder recorder;

    @Autowired
    private Presence presence;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Commands commands;

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    private final String bob = ToldCall.someone();
    private final ToldCall call = ToldCall.to(bob);

    /** A push service that takes everything. */
    static final class Recorder {

        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final Map<String, String> ringTokens = new ConcurrentHashMap<>();

        List<String> of(String callId) {
            return taken.stream()
                    .filter(line -> line.startsWith(callId))
                    .map(line -> line.substring(callId.length() + 1))
                    .toList();
        }
    }

    /** What those ask of the database who read events, each command with its collection. */
    static final class Commands implements CommandListener {

        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonValue collection = event.getCommand().get(event.getCommandName());
            if (collection != null && collection.isString() && isReader(Thread.currentThread())) {
                asked.add(event.getCommandName() + " " + collection.asString().getValue());
            }
        }

        private static boolean isReader(Thread thread) {
            return thread.getName().contains("KafkaListenerEndpointContainer");
        }

        /** All since the last time up to the last of this one. */
        List<String> until(String last) {
            List<String> all = List.copyOf(asked);
            asked.clear();
            return all.subList(0, all.lastIndexOf(last) + 1);
        }
    }

    @TestConfiguration
    static class Recording {

        @Bean
        Commands commands() {
            return new Commands();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer listening(Commands commands) {
            return settings -> settings.addCommandListener(commands);
        }

        @Bean
        Recorder recorder() {
            return new Recorder();
        }

        @Bean
        @Primary
        PushChannel recordingChannel(Recorder recorder) {
            return (target, notice) -> {
                recorder.ringTokens.put(notice.callId(), String.valueOf(notice.ringToken()));
                recorder.taken.add(notice.callId() + " " + notice.kind().word() + " " + target.channel());
                return CompletableFuture.completedFuture(new PushResult.Accepted("id"));
            };
        }
    }

    @BeforeEach
    void register() throws IOException {
        Readiness.await(port);
        var answer = ApiClient.of(port, bob)
                .put("/v1/devices/phone", "{'platform':'android','pushToken':'token-%s'}".formatted(bob));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void ringsThenStopsAndReportsBoth() {
        // Given
        probe.publish(CALL_SERVICE, call.initiated());
        awaitSent(1);
        // When
        probe.publish(CALL_SERVICE, call.cancelled());
        // Then
        awaitSent(2);
        assertThat(recorder.of(call.callId())).containsExactly("ring fcm", "stop fcm");
        DeliveryReported ring = probe.await(DeliveryReported.class, call.callId() + "/ring/phone");
        assertThat(ring.kind()).isEqualTo(Kind.RING);
        assertThat(ring.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(probe.await(DeliveryReported.class, call.callId() + "/stop/phone")
                        .attempt())
                .isOne();
    }

    @Test
    void readsTheDevicesOnceAndStoresTheirJobsInOneWrite() throws IOException {
        // Given
        registerMore(19);
        commands.until("");
        // When
        probe.publish(CALL_SERVICE, call.initiated());
        // Then
        awaitSent(20);
        assertThat(commands.until("insert deliveries"))
                .containsExactly(
                        "find erased",
                        "update liveCalls",
                        "find devices",
                        "find presence",
                        "find users",
                        "insert deliveries");
    }

    @Test
    void stopsAllDevicesInOneWrite() throws IOException {
        // Given
        registerMore(19);
        probe.publish(CALL_SERVICE, call.initiated());
        awaitSent(20);
        await().atMost(PATIENCE).until(() -> unfinished() == 0);
        commands.until("");
        // When
        probe.publish(CALL_SERVICE, call.cancelled());
        // Then
        awaitSent(40);
        assertThat(commands.until("update deliveries"))
                .containsExactly("find erased", "update liveCalls", "find deliveries", "update deliveries");
    }

    private void registerMore(int count) throws IOException {
        for (int device = 1; device <= count; device++) {
            ApiClient.of(port, bob)
                    .put(
                            "/v1/devices/phone-" + device,
                            "{'platform':'android','pushToken':'token-%d-%s'}".formatted(device, bob));
        }
    }

    /** Jobs of the call in which something is under way or to be reported. */
    private long unfinished() {
        return mongo.count(
                query(where("call.callId")
                        .is(call.callId())
                        .orOperator(where("due").exists(true), where("pending").exists(true))),
                "deliveries");
    }

    @Test
    void sendsNothingAgainWhenTheTopicIsRepeated() {
        // Given
        var initiated = call.initiated();
        var cancelled = call.cancelled();
        probe.publish(CALL_SERVICE, initiated);
        awaitSent(1);
        probe.publish(CALL_SERVICE, cancelled);
        awaitSent(2);
        ToldCall last = ToldCall.to(bob);
        // When
        probe.publish(CALL_SERVICE, initiated);
        probe.publish(CALL_SERVICE, cancelled);
        probe.publish(CALL_SERVICE, last.initiated());
        // Then
        await().atMost(PATIENCE).until(() -> recorder.of(last.callId()).size() == 1);
        probe.await(DeliveryReported.class, last.callId() + "/ring/phone");
        assertThat(recorder.of(call.callId())).containsExactly("ring fcm", "stop fcm");
    }

    @Test
    void doesNotPushToADeviceThatRingsByItsStream() throws IOException {
        // Given
        String device = bob + "-tablet";
        ApiClient.of(port, bob)
                .put("/v1/devices/" + device, "{'platform':'android','pushToken':'other-token-%s'}".formatted(bob));
        try (var tablet = StreamClient.connect(port, device)) {
            await().atMost(PATIENCE).until(() -> presence.connected(bob).contains(device));
            // When
            probe.publish(CALL_SERVICE, call.initiated());
            tablet.await("call.incoming");
            probe.publish(CALL_SERVICE, call.alerting(device));
            // Then
            await().atMost(PATIENCE).until(() -> "alerted".equals(outcomeOfRing(device)));
            awaitSent(1);
            assertThat(recorder.of(call.callId())).containsExactly("ring fcm");
        }
    }

    @Test
    void opensTheStreamOfItsOneCallToTheDeviceThatItWakes() throws IOException {
        // Given
        ToldCall earlier = ToldCall.to(bob);
        ToldCall later = ToldCall.to(bob);
        try (var awake = StreamClient.connect(port, bob + "-tablet")) {
            probe.publish(CALL_SERVICE, earlier.initiated());
            awake.await("call.incoming", earlier.callId());
            probe.publish(CALL_SERVICE, call.initiated());
            awaitSent(1);
            try (var woken = StreamClient.connect(port, recorder.ringTokens.get(call.callId()), "phone")) {
                probe.publish(CALL_SERVICE, later.initiated());
                awake.await("call.incoming", later.callId()); // by now a woken device would have it too
                // When
                probe.publish(CALL_SERVICE, call.cancelled());
                // Then
                woken.await("call.ended", call.callId());
                assertThat(woken.events()).containsExactly("snapshot", "call.ended");
                assertThat(woken.snapshot().data().at("/calls").valueStream())
                        .extracting(rings -> rings.path("callId").asString())
                        .containsExactly(call.callId());
            }
        }
    }

    @Test
    void opensNothingToAnotherDevice() {
        // Given
        probe.publish(CALL_SERVICE, call.initiated());
        awaitSent(1);
        String token = recorder.ringTokens.get(call.callId());
        // When
        int status = StreamClient.get(port, token, "tablet").statusCode();
        // Then
        assertThat(status).isEqualTo(403);
    }

    private String outcomeOfRing(String device) {
        Document job = mongo.findById(call.callId() + "/" + device, Document.class, "deliveries");
        return job == null
                ? ""
                : job.getList("tasks", Document.class).getFirst().get("outcome", "");
    }

    private void awaitSent(int count) {
        await().atMost(PATIENCE).until(() -> recorder.of(call.callId()).size() == count);
    }
}
