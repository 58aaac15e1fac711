package dev.ringline.benchmarks.world;

import dev.ringline.contracts.EventType;
import dev.ringline.contracts.Topics;
import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees the events of calls and messages as they reach a consumer. */
public final class EventTap implements AutoCloseable {

    private static final String SUBJECT_HEADER = "ce_subject";

    private final KafkaConsumer<String, byte[]> consumer;
    private final ConcurrentMap<Expected, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();

    private EventTap(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    private record Expected(String type, String subject) {}

    static EventTap on(String brokers) {
        var consumer = new KafkaConsumer<>(
                KafkaClients.reader(Map.of("bootstrap.servers", brokers)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(Topics.CALL_EVENTS, Topics.MESSAGE_EVENTS).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        EventTap tap = new EventTap(consumer);
        Thread.ofPlatform().name("event-tap").daemon().start(tap::consume);
        return tap;
    }

    /** Completes with {@link System#currentTimeMillis} when the end of this call has come. */
    public CompletableFuture<Long> end(String callId) {
        return expect(EventType.CALL_ENDED, callId);
    }

    /** Completes with {@link System#currentTimeMillis} when the message of this call has come. */
    public CompletableFuture<Long> message(String callId) {
        return expect(EventType.MESSAGE_WRITTEN, callId);
    }

    @Override
    public void close() {
        consumer.wakeup();
    }

    private CompletableFuture<Long> expect(EventType type, String subject) {
        return expected.computeIfAbsent(new Expected(type.wireName(), subject), key -> new CompletableFuture<>());
    }

    private void consume() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::received);
            }
        } catch (WakeupException closed) {
            expected.clear();
        }
    }

    private void received(ConsumerRecord<String, byte[]> record) {
        String type = Objects.toString(EventCodec.header(record, EventCodec.TYPE_HEADER), "");
        String subject = Objects.toString(EventCodec.header(record, SUBJECT_HEADER), "");
        var waiting = expected.remove(new Expected(type, subject));
        if (waiting != null) {
            waiting.complete(System.currentTimeMillis());
        }
    }
}
