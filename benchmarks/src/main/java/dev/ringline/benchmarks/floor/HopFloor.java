package dev.ringline.benchmarks.floor;

import dev.ringline.messaging.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record from a producer that waits for all replicas to a consumer, with the settings of our services. */
final class HopFloor implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final byte[] FILLING = new byte[600];

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final ConcurrentMap<String, CompletableFuture<Long>> underWay = new ConcurrentHashMap<>();

    private HopFloor(String topic, KafkaProducer<String, byte[]> producer, KafkaConsumer<String, byte[]> consumer) {
        this.topic = topic;
        this.producer = producer;
        this.consumer = consumer;
    }

    static HopFloor over(String brokers, String topic) {
        Map<String, Object> connection = Map.of("bootstrap.servers", brokers);
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        var consumer = new KafkaConsumer<>(
                KafkaClients.reader(connection), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        HopFloor floor = new HopFloor(topic, producer, consumer);
        Thread.ofPlatform().name("hop-consumer").daemon().start(floor::consume);
        return floor;
    }

    /** Returns when the consumer has the record. */
    void hop() {
        String key = UUID.randomUUID().toString();
        CompletableFuture<Long> received = new CompletableFuture<>();
        underWay.put(key, received);
        send(key);
        await(received);
    }

    /** Returns when the broker has acknowledged the record. */
    void send(String key) {
        await(producer.send(new ProducerRecord<>(topic, key, FILLING)));
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close(Duration.ZERO);
    }

    private void consume() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::received);
            }
        } catch (WakeupException expected) {
            underWay.clear();
        }
    }

    private void received(ConsumerRecord<String, byte[]> record) {
        CompletableFuture<Long> waiting = underWay.remove(record.key());
        if (waiting != null) {
            waiting.complete(record.offset());
        }
    }

    private static void await(Future<?> outcome) {
        try {
            outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not take or give a record", e);
        }
    }
}
