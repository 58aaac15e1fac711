package dev.ringline.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.Topics;
import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.local.letters.DeadLetterBox.Letter;
import dev.ringline.messaging.topics.TopicDeclaration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterBoxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path data;

    @Test
    void sendsEachDeadLetterBackOnceAsItCame() throws Exception {
        try (var broker = KafkaBroker.on(data).start()) {
            // Given
            TopicDeclaration.declare(broker.bootstrapServers(), 2, (short) 1);
            die(broker.bootstrapServers());
            DeadLetterBox box = new DeadLetterBox(broker.bootstrapServers());

            // When
            List<Letter> seen = box.letters();
            List<Letter> replayed = box.replay();

            // Then
            Letter letter = new Letter("call-events", 1, 0, "call-1", "dev.ringline.call.ended.v1", "It is broken");
            assertThat(seen).containsExactly(letter);
            assertThat(replayed).containsExactly(letter);
            assertThat(box.letters()).isEmpty();
            assertThat(box.replay()).isEmpty();
            ConsumerRecord<String, String> back = read(broker.bootstrapServers());
            assertThat(back.value()).isEqualTo("{}");
            assertThat(back.headers()).extracting(header -> header.key()).containsExactly("ce_type");
        }
    }

    private static void die(String address) throws Exception {
        var record = new ProducerRecord<>(Topics.deadLetters(Topics.CALL_EVENTS), 1, "call-1", "{}");
        record.headers()
                .add("ce_type", "dev.ringline.call.ended.v1".getBytes(UTF_8))
                .add("kafka_dlt-exception-message", "It is broken\nand more".getBytes(UTF_8))
                .add("ringline-stack-hash", "1f".getBytes(UTF_8));
        Map<String, Object> settings = Map.of("bootstrap.servers", address);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get(20, TimeUnit.SECONDS);
        }
    }

    private static ConsumerRecord<String, String> read(String address) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.CALL_EVENTS, 1)));
            consumer.seekToBeginning(consumer.assignment());
            var found = new ArrayList<ConsumerRecord<String, String>>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }
}
