package dev.ringline.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** A broker in memory that can refuse records and leave senders without an answer, and publishers that speak to it. */
public final class TestBroker extends KafkaTemplate<String, byte[]> {

    private final List<Long> sequences = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<SendResult<String, byte[]>>> unanswered = new CopyOnWriteArrayList<>();
    private volatile Predicate<Long> refused = _ -> false;
    private volatile boolean silent;

    public TestBroker() {
        super(new DefaultKafkaProducerFactory<>(Map.of()));
    }

    /** A publisher as each process has one. */
    public EventPublisher publisher() {
        return new EventPublisher(this, new EventCodec(), Duration.ofSeconds(5));
    }

    /** The sequences of what it took, in order. */
    public List<Long> sequences() {
        return List.copyOf(sequences);
    }

    /** From now on it refuses what {@code sequence} accepts. */
    public void refuse(Predicate<Long> sequence) {
        refused = sequence;
    }

    /** From now on it takes records but acknowledges none, until {@link #acknowledgeAll}. */
    public void fallSilent() {
        silent = true;
    }

    public void acknowledgeAll() {
        silent = false;
        unanswered.forEach(answer -> answer.complete(result(null)));
    }

    @Override
    public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
        long sequence = Long.parseLong(
                new String(record.headers().lastHeader("ce_sequence").value()));
        if (refused.test(sequence)) {
            return CompletableFuture.failedFuture(new IllegalStateException("refused " + sequence));
        }
        sequences.add(sequence);
        if (silent) {
            var answer = new CompletableFuture<SendResult<String, byte[]>>();
            unanswered.add(answer);
            return answer;
        }
        return CompletableFuture.completedFuture(result(record));
    }

    private static SendResult<String, byte[]> result(ProducerRecord<String, byte[]> record) {
        return new SendResult<>(record, new RecordMetadata(new TopicPartition("any", 0), 0, 0, 0, 0, 0));
    }
}
