package dev.ringline.message.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.contracts.Topics;
import dev.ringline.testkit.EventProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

@RunningService
class ExactlyOneMessageIT {

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    Environment environment;

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final String callId = Ends.newCallId();

    @Test
    void tellsOfTheMessageThatItWroteForAnEndedCall() {
        // Given
        CallEnded ended = Ends.hungUp(callId);

        // When
        probe.publish(Ends.SOURCE, ended);

        // Then
        MessageWritten written = probe.await(MessageWritten.class, callId);
        assertThat(written.call().durationSeconds()).isEqualTo(125);
        assertThat(written.at()).isEqualTo(ended.endedAt());
        assertThat(stored(callId)).hasSize(1);
    }

    @Test
    void forgetsTheEventOnceKafkaHasIt() {
        // Given
        CallEnded ended = Ends.hungUp(callId);

        // When
        probe.publish(Ends.SOURCE, ended);

        // Then
        probe.await(MessageWritten.class, callId);
        await().untilAsserted(() ->
                assertThat(stored(callId).getFirst()).doesNotContainKeys("pending", "pendingDue", "pendingSince"));
    }

    @Test
    void changesNothingAndTellsNothingWhenTheSameEndComesAgain() {
        // Given
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));
        probe.await(MessageWritten.class, callId);
        await().until(() -> !stored(callId).getFirst().containsKey("pending"));
        Document before = stored(callId).getFirst();
        long told = probe.timesTold(MessageWritten.class, callId);
        double repeated = count(metrics, "repeated");

        // When
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));

        // Then
        await().until(() -> count(metrics, "repeated") == repeated + 1);
        assertThat(stored(callId)).containsExactly(before);
        awaitWhatWasToldSoFar();
        assertThat(probe.timesTold(MessageWritten.class, callId)).isEqualTo(told);
    }

    @Test
    void sendsAnotherEndOfTheSameCallToTheDeadLettersAndKeepsTheFirst() {
        // Given
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));
        probe.await(MessageWritten.class, callId);
        double conflicts = count(metrics, "conflict");

        // When
        probe.publish(Ends.SOURCE, Ends.lasting(callId, Duration.ofSeconds(7)));

        // Then
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(new String(
                        dead.headers().lastHeader("ringline-failure-class").value()))
                .isEqualTo("BROKEN_RECORD");
        assertThat(count(metrics, "conflict")).isEqualTo(conflicts + 1);
        assertThat(stored(callId).getFirst().get("call", Document.class).getLong("durationSeconds"))
                .isEqualTo(125);
        assertThat(probe.seen(MessageWritten.class, callId)).hasSize(1);
    }

    @Test
    void changesNothingWhenTheTopicIsReadAgainFromItsStart() {
        // Given
        List<String> calls = newCalls(5);
        calls.forEach(call -> probe.publish(Ends.SOURCE, Ends.hungUp(call)));
        calls.forEach(call -> probe.await(MessageWritten.class, call));
        long messages = mongo.getCollection("messages").countDocuments();

        // When
        try (ConfigurableApplicationContext replay = Replica.inGroup("replay-" + callId, environment)) {

            // Then
            MeterRegistry replayed = replay.getBean(MeterRegistry.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> count(replayed, "repeated") >= calls.size());
            assertThat(count(replayed, "written")).isZero();
        }
        assertThat(mongo.getCollection("messages").countDocuments()).isEqualTo(messages);
        assertThat(calls)
                .allSatisfy(call ->
                        assertThat(probe.seen(MessageWritten.class, call)).hasSize(1));
    }

    @Test
    void writesOneMessagePerCallWhileReplicasComeAndGo() {
        // Given
        List<String> calls = newCalls(20);
        try (ConfigurableApplicationContext second = Replica.inGroup("message-service", environment)) {
            tellTwice(calls.subList(0, 10));
            calls.subList(0, 10).forEach(call -> probe.await(MessageWritten.class, call));
            assertThat(second.isActive()).isTrue();
        }

        // When
        tellTwice(calls.subList(10, 20));

        // Then
        calls.forEach(call -> probe.await(MessageWritten.class, call));
        assertThat(calls).allSatisfy(call -> assertThat(stored(call)).hasSize(1));
        await().untilAsserted(() -> assertThat(mongo.getCollection("messages")
                        .countDocuments(new Document("pending", new Document("$exists", true))))
                .isZero());
    }

    /** A later message of the same conversation comes after all that was told before it. */
    private void awaitWhatWasToldSoFar() {
        String later = Ends.newCallId();
        probe.publish(Ends.SOURCE, Ends.hungUp(later));
        probe.await(MessageWritten.class, later);
    }

    private void tellTwice(List<String> calls) {
        Stream.concat(calls.stream(), calls.stream()).forEach(call -> probe.publish(Ends.SOURCE, Ends.hungUp(call)));
    }

    private List<Document> stored(String messageId) {
        return mongo.getCollection("messages")
                .find(new Document("_id", messageId))
                .into(new ArrayList<>());
    }

    private static List<String> newCalls(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Ends.newCallId()).toList();
    }

    private static double count(MeterRegistry metrics, String outcome) {
        return metrics.counter("ringline.messages", "outcome", outcome).count();
    }
}
