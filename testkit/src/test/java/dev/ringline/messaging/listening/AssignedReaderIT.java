package dev.ringline.messaging.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.Topics;
import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.KafkaClients;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.messaging.listening.AssignedReader.Subscription;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AssignedReaderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final String callId = Ready.newCallId();
    private final List<ReceivedEvent> handled = new CopyOnWriteArrayList<>();
    private AssignedReader reader = reader(InstantSource.system());

    @AfterEach
    void stop() {
        reader.stop();
    }

    @Test
    void hasHandledWhatWasThereOnceItHasCaughtUp() {
        // Given
        publish(1, 5);

        // When
        reader.start();

        // Then
        await().atMost(PATIENCE).until(reader::caughtUp);
        assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void passesOverWhatIsOlderThanItsLookBack() {
        // Given: a time that no other record of the topic has, for the partition is shared
        Instant later = Instant.now().plus(Duration.ofMinutes(30));
        probe.send(Ready.record(callId, 1, later.minusSeconds(60)));
        probe.send(Ready.record(callId, 2, later.minusSeconds(5)));
        reader = reader(InstantSource.fixed(later));

        // When
        reader.start();

        // Then
        await().atMost(PATIENCE).until(reader::caughtUp);
        assertThat(sequences()).containsExactly(2L);
    }

    @Test
    void readsATopicFromItsBeginning() {
        // Given
        probe.send(Ready.record(callId, 1, Instant.now().minus(Duration.ofDays(2))));
        reader = reader(Subscription.fromTheBeginning(List.of(Topics.CALL_EVENTS)));

        // When
        reader.start();

        // Then
        await().atMost(PATIENCE).until(reader::caughtUp);
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void followsWhatComesLater() {
        // Given
        reader.start();
        await().atMost(PATIENCE).until(reader::caughtUp);

        // When
        publish(1, 3);

        // Then
        await().until(() -> sequences().size() == 3);
        assertThat(sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void missesNothingThatComesWhileItStarts() {
        // Given
        reader.start();

        // When
        publish(1, 30);

        // Then
        await().atMost(PATIENCE).until(() -> sequences().contains(30L));
        assertThat(sequences()).isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void goesOnWhereItWasWhenTheBrokerComesBack() {
        // Given
        publish(1, 2);
        reader.start();
        await().atMost(PATIENCE).until(() -> sequences().size() == 2);
        Infrastructure.shared().takeKafkaDown();
        Infrastructure.shared().bringKafkaBack();

        // When
        publish(3, 4);

        // Then
        await().atMost(PATIENCE).until(() -> sequences().contains(4L));
        assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void startsWithoutABrokerAndCatchesUpWhenItComes() {
        // Given
        publish(1, 2);
        Infrastructure.shared().takeKafkaDown();
        try {
            reader.start();
        } finally {

            // When
            Infrastructure.shared().bringKafkaBack();
        }

        // Then
        await().atMost(PATIENCE).until(reader::caughtUp);
        assertThat(sequences()).containsExactly(1L, 2L);
    }

    @Test
    void skipsWhatItCannotRead() {
        // Given
        probe.send(new ProducerRecord<>(Topics.CALL_EVENTS, callId, "broken".getBytes(UTF_8)));
        publish(7, 7);

        // When
        reader.start();

        // Then
        await().atMost(PATIENCE).until(reader::caughtUp);
        assertThat(sequences()).containsExactly(7L);
    }

    @Test
    void isNotCaughtUpBeforeItStarts() {
        // Given
        publish(1, 1);

        // When
        boolean caughtUp = reader.caughtUp();

        // Then
        assertThat(caughtUp).isFalse();
        assertThat(reader.isRunning()).isFalse();
    }

    private AssignedReader reader(InstantSource clock) {
        return reader(new Subscription(List.of(Topics.CALL_EVENTS), LOOK_BACK, clock));
    }

    private AssignedReader reader(Subscription subscription) {
        Map<String, Object> settings = KafkaClients.reader(Map.of(
                "bootstrap.servers", Infrastructure.shared().bootstrapServers(), "default.api.timeout.ms", 2_000));
        return new AssignedReaders(settings, new EventCodec(), new SimpleMeterRegistry())
                .reader(subscription, handled::add);
    }

    private void publish(long from, long to) {
        LongStream.rangeClosed(from, to)
                .forEach(sequence -> probe.publish(Ready.SOURCE, Ready.event(callId, sequence)));
    }

    private List<Long> sequences() {
        return handled.stream()
                .filter(received -> received.metadata().subject().equals(callId))
                .map(received -> received.metadata().sequence())
                .toList();
    }
}
