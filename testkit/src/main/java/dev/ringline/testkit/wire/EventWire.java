package dev.ringline.testkit.wire;

import dev.ringline.contracts.Event;
import dev.ringline.contracts.EventType;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes events on the wire by itself, so that a fault of the services' own code shows. */
public final class EventWire {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventWire() {}

    /** The record as {@code source} would send it now. */
    public static ProducerRecord<String, byte[]> record(String source, Event event) {
        EncodedEvent encoded = EventEncoder.forSource(source).encode(event, Instant.now());
        CloudEvent envelope = CloudEventBuilder.v1()
                .withId(encoded.id())
                .withType(encoded.type())
                .withSource(URI.create(source))
                .withSubject(encoded.subject())
                .withTime(encoded.time().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(encoded.sequence()))
                .withData("application/json", encoded.data())
                .build();
        return KafkaMessageFactory.createWriter(encoded.topic(), encoded.key()).writeBinary(envelope);
    }

    /** Empty for a record that is no event of ours. */
    public static Optional<Event> event(ConsumerRecord<String, byte[]> record) {
        try {
            var envelope = KafkaMessageFactory.createReader(record.headers(), record.value())
                    .toEvent();
            var data = envelope.getData();
            return data == null
                    ? Optional.empty()
                    : EventType.named(envelope.getType()).map(type -> JSON.readValue(data.toBytes(), type.record()));
        } catch (CloudEventRWException | IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }
}
