package dev.ringline.messaging.listening;

import static java.util.Objects.requireNonNull;

import dev.ringline.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Puts a record that no retry can help on {@code <topic>-dlt}, unchanged, on its own partition number, with its first
 * coordinates, the cause and a hash of the failing stack in headers.
 */
final class DeadLetters implements ConsumerAwareRecordRecoverer {

    static final String STACK_HASH = "ringline-stack-hash";
    static final String FAILURE_CLASS = "ringline-failure-class";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final DeadLetterPublishingRecoverer recoverer;
    private final MeterRegistry metrics;

    DeadLetters(KafkaTemplate<String, byte[]> template, MeterRegistry metrics) {
        this.metrics = metrics;
        recoverer = new DeadLetterPublishingRecoverer(
                template,
                (record, failure) -> new TopicPartition(Topics.deadLetters(record.topic()), record.partition()));
        recoverer.addHeadersFunction((record, failure) -> causeHeaders(failure));
        Topics.all().forEach(this::counter);
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        recoverer.accept(record, consumer, requireNonNull(failure, "failure"));
        counter(record.topic()).increment();
        LOG.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("outcome", "dead-lettered")
                .setCause(failure)
                .log("A record could not be processed");
    }

    private io.micrometer.core.instrument.Counter counter(String topic) {
        return metrics.counter("ringline.dead_letters", "topic", topic);
    }

    private static Headers causeHeaders(@Nullable Exception failure) {
        return new RecordHeaders()
                .add(FAILURE_CLASS, bytes(FailureClass.of(failure).name()))
                .add(STACK_HASH, bytes(Integer.toHexString(stackHash(failure))));
    }

    private static int stackHash(@Nullable Throwable failure) {
        int hash = 1;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            hash = 31 * hash + cause.getClass().getName().hashCode();
            hash = 31 * hash + Arrays.hashCode(cause.getStackTrace());
        }
        return hash;
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }
}
