package dev.ringline.messaging.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class EventLogContextTest {

    @AutoClose
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    private final EventLogContext context = new EventLogContext();

    @BeforeEach
    @AfterEach
    void clear() {
        MDC.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "call-events,     callId, the-key",
        "meeting-events,  callId, the-key",
        "delivery-events, callId, the-key",
        "message-events,  callId, the-subject",
        "user-events,     userId, the-key"
    })
    void saysWhomALogLineIsAbout(String topic, String name, String id) {
        // Given
        ConsumerRecord<String, byte[]> record = record(topic);

        // When
        context.intercept(record, consumer);

        // Then
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("eventId", "the-id", "eventType", "the-type", name, id));
    }

    @Test
    void leavesNothingBehind() {
        // Given
        ConsumerRecord<String, byte[]> record = record("user-events");
        context.intercept(record, consumer);

        // When
        context.afterRecord(record, consumer);

        // Then
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    private static ConsumerRecord<String, byte[]> record(String topic) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, 0, 0, "the-key", new byte[0]);
        Map.of("ce_id", "the-id", "ce_type", "the-type", "ce_subject", "the-subject")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
