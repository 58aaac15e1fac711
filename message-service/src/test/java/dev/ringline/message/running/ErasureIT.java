package dev.ringline.message.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.message.Messages;
import dev.ringline.message.Messages.Selection;
import dev.ringline.message.SystemMessage;
import dev.ringline.testkit.EventProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever is told of an erased user, and however often, his id is nowhere in the database. */
@RunningService
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Messages messages;

    @Autowired
    MeterRegistry metrics;

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final String test = UUID.randomUUID().toString();
    private final String alice = "alice-" + test;
    private final String bob = "bob-" + test;

    @Test
    void takesAUserOutOfTheMessagesThatAreThere() {
        // Given
        String dialled = written(alice, bob);
        String received = written(bob, alice);

        // When
        erase(alice);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored()).doesNotContain(alice));
        List<SystemMessage> left = messages.list(new Selection(bob, null, null, 10));
        assertThat(left).extracting(SystemMessage::messageId).containsExactlyInAnyOrder(dialled, received);
        assertThat(left)
                .flatExtracting(SystemMessage::participants)
                .filteredOn(user -> !user.equals(bob))
                .hasSize(2)
                .allMatch(user -> user.matches("erased-[0-9a-f]{32}"))
                .containsOnly(left.getFirst().participants().stream()
                        .filter(user -> !user.equals(bob))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void bringsNobodyBackWithAnEventThatComesLate() {
        // Given
        written(alice, bob);
        erase(alice);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored()).doesNotContain(alice));

        // When
        String late = written(alice, bob);

        // Then
        SystemMessage message = messages.find(late, bob).orElseThrow();
        assertThat(message.call().callerId()).startsWith("erased-");
        assertThat(stored()).doesNotContain(alice);
        assertThat(probe.await(MessageWritten.class, late).participants())
                .containsExactly(message.call().callerId(), bob);
    }

    @Test
    void bringsNobodyBackWithAReplay() {
        // Given
        String callId = Ends.newCallId();
        CallEnded ended = Ends.between(callId, alice, bob);
        probe.publish(Ends.SOURCE, ended);
        probe.await(MessageWritten.class, callId);
        erase(alice);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored()).doesNotContain(alice));
        double repeated = repeated();

        // When
        probe.publish(Ends.SOURCE, ended);

        // Then
        await().atMost(PATIENCE).until(() -> repeated() > repeated);
        assertThat(stored()).doesNotContain(alice);
    }

    private String written(String caller, String callee) {
        String callId = Ends.newCallId();
        probe.publish(Ends.SOURCE, Ends.between(callId, caller, callee));
        probe.await(MessageWritten.class, callId);
        return callId;
    }

    private void erase(String user) {
        probe.publish(Ends.SOURCE, new UserErased(user, 1, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Everything, once nothing waits to be published any more. */
    private String stored() {
        List<Document> documents = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().into(documents);
        }
        return documents.stream().map(Document::toJson).toList().toString();
    }

    private double repeated() {
        return metrics.counter("ringline.messages", "outcome", "repeated").count();
    }
}
