package dev.ringline.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    @TempDir
    Path data;

    @Test
    void keepsItsRecordsAndItsAddressWhenItIsAwayAndComesBack() throws Exception {
        try (var broker = KafkaBroker.on(data).start()) {
            // Given
            var address = broker.bootstrapServers();
            declareTopic(address);
            send(address, "before");

            // When
            broker.stop();
            broker.start();

            // Then
            send(address, "after");
            assertThat(read(address)).containsExactlyInAnyOrder("before", "after");
        }
    }

    private static void declareTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("calls", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void send(String address, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("calls", value)).get(20, TimeUnit.SECONDS);
        }
    }

    /** By the new group protocol, as the services do. */
    private static Set<String> read(String address) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", address,
                "group.id", "reader",
                "group.protocol", "consumer",
                "auto.offset.reset", "earliest");
        var seen = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("calls"));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> seen.add(each.value()));
                return seen.size() == 2;
            });
        }
        return seen;
    }
}
