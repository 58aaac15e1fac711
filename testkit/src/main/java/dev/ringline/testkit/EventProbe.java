package dev.ringline.testkit;

import dev.ringline.contracts.Event;
import dev.ringline.contracts.EventType;
import dev.ringline.contracts.Topics;
import dev.ringline.testkit.wire.EventWire;
import dev.ringline.testkit.wire.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * Sees every record that reaches any topic, dead letters included, from its start on, and publishes events in the name of
 * other services. Delivery is at least once, so an event that comes again as it was counts once; {@link #records}
 * shows every copy. Give it to JUnit's {@code @AutoClose}.
 */
public final class EventProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Recording recording;
    private final Producer<String, byte[]> producer;

    private EventProbe(Recording recording, Producer<String, byte[]> producer) {
        this.recording = recording;
        this.producer = producer;
    }

    /** A probe on the shared broker. */
    public static EventProbe start() {
        return on(Infrastructure.shared().bootstrapServers());
    }

    /** A probe on a broker whose topics are declared. */
    public static EventProbe on(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        return new EventProbe(Recording.start(bootstrapServers), producer);
    }

    /** The first event of this type about this subject (a call id, a message id), waited for. */
    public <E extends Event> E await(Class<E> type, String subject) {
        return await(type, event -> event.subject().equals(subject));
    }

    /** The first event of this type that {@code wanted} accepts, waited for. */
    public <E extends Event> E await(Class<E> type, Predicate<? super E> wanted) {
        return Awaitility.await()
                .alias(type.getSimpleName())
                .atMost(PATIENCE)
                .until(() -> events(type).filter(wanted).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    /** What came so far about this subject, oldest first, of one topic in the topic's order. */
    public List<Event> seen(String subject) {
        return events(Event.class)
                .filter(event -> event.subject().equals(subject))
                .toList();
    }

    /** What came so far of one type about this subject. */
    public <E extends Event> List<E> seen(Class<E> type, String subject) {
        return events(type).filter(event -> event.subject().equals(subject)).toList();
    }

    /** How often something of one type about this subject was told so far, repeats of the same event included. */
    public <E extends Event> long timesTold(Class<E> type, String subject) {
        return copies(type).filter(event -> event.subject().equals(subject)).count();
    }

    /** Every record so far as it is on the wire. */
    public List<ConsumerRecord<String, byte[]>> records() {
        return recording.records();
    }

    /** The first dead letter of {@code topic} with this key, waited for. */
    public ConsumerRecord<String, byte[]> awaitDeadLetter(String topic, String key) {
        return Awaitility.await()
                .alias("dead letter of " + topic)
                .atMost(PATIENCE)
                .until(
                        () -> records().stream()
                                .filter(record -> record.topic().equals(Topics.deadLetters(topic)))
                                .filter(record -> key.equals(record.key()))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** Publishes the event as {@code source} (for instance {@code /call-service}) would, and waits for the broker. */
    public void publish(String source, Event event) {
        send(EventWire.record(source, event));
    }

    /** Sends any record, broken ones included, and waits for the broker. */
    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while sending", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The broker did not take the record", e);
        }
    }

    @Override
    public void close() {
        recording.close();
        producer.close(Duration.ZERO);
    }

    private <E extends Event> Stream<E> events(Class<E> type) {
        return copies(type).distinct();
    }

    private <E extends Event> Stream<E> copies(Class<E> type) {
        return records().stream()
                .filter(record -> isOurs(record.topic()))
                .flatMap(record -> EventWire.event(record).stream())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static boolean isOurs(String topic) {
        return Stream.of(EventType.values()).map(EventType::topic).anyMatch(topic::equals);
    }
}
