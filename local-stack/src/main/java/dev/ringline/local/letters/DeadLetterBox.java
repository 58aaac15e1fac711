package dev.ringline.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The dead letters of a broker. Which of them were sent back is kept by Kafka itself, as the offsets of a group of our own,
 * so that each is sent back once.
 */
final class DeadLetterBox {

    private static final String GROUP = "ringline-dead-letters";
    private static final String SUFFIX = Topics.deadLetters("");
    private static final Duration POLL = Duration.ofMillis(500);

    /** Added on the way to the dead letters; the record goes back without them. */
    private static final Predicate<Header> ADDED =
            header -> header.key().startsWith("kafka_dlt-") || header.key().startsWith("ringline-");

    private final String bootstrapServers;

    DeadLetterBox(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * A record that could not be processed.
     *
     * @param topic where it came from
     * @param type its event type, or {@code ?}
     * @param cause what was wrong with it, or {@code ?}
     */
    record Letter(String topic, int partition, long offset, String key, String type, String cause) {

        private static Letter of(ConsumerRecord<String, byte[]> record) {
            return new Letter(
                    origin(record),
                    record.partition(),
                    record.offset(),
                    String.valueOf(record.key()),
                    text(record, "ce_type"),
                    text(record, "kafka_dlt-exception-message")
                            .lines()
                            .findFirst()
                            .orElse("?"));
        }

        private static String text(ConsumerRecord<String, byte[]> record, String header) {
            Header found = record.headers().lastHeader(header);
            return found == null ? "?" : new String(found.value(), UTF_8);
        }
    }

    /** What was not sent back yet. */
    List<Letter> letters() {
        List<Letter> letters = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            read(consumer, record -> letters.add(Letter.of(record)));
        }
        return letters;
    }

    /** Sends each of them back to the topic that it came from; those that are still broken come again. */
    List<Letter> replay() {
        List<Letter> letters = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer();
                KafkaProducer<String, byte[]> producer = producer()) {
            read(consumer, record -> {
                send(producer, record);
                consumer.commitSync(Map.of(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1)));
                letters.add(Letter.of(record));
            });
        }
        return letters;
    }

    /** From where the group stands to where the topics end now. */
    private static void read(KafkaConsumer<String, byte[]> consumer, Consumer<ConsumerRecord<String, byte[]>> handler) {
        List<TopicPartition> partitions = Topics.all().stream()
                .map(Topics::deadLetters)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(DeadLetterBox::partition)
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> open = new HashMap<>(consumer.endOffsets(partitions));
        closeThoseAtTheirEnd(consumer, open);
        while (!open.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Long end = open.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end) {
                    handler.accept(record);
                }
            }
            closeThoseAtTheirEnd(consumer, open);
        }
    }

    private static void closeThoseAtTheirEnd(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> open) {
        open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private static void send(KafkaProducer<String, byte[]> producer, ConsumerRecord<String, byte[]> record) {
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(headers::add);
        headers.removeIf(ADDED);
        try {
            producer.send(new ProducerRecord<>(
                            origin(record), record.partition(), record.key(), record.value(), headers))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted; what was not sent back stays.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take a record back; it stays.", e);
        }
    }

    private static String origin(ConsumerRecord<String, byte[]> record) {
        String topic = record.topic();
        return topic.substring(0, topic.length() - SUFFIX.length());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                GROUP,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "default.api.timeout.ms",
                10_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
