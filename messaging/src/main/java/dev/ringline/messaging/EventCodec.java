package dev.ringline.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.contracts.Event;
import dev.ringline.contracts.EventType;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.data.BytesCloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Between our events and Kafka records: CloudEvents 1.0 in binary mode with JSON bodies. */
public final class EventCodec {

    public static final String TYPE_HEADER = "ce_type";
    static final String TRACE_HEADER = "traceparent";

    private static final String SEQUENCE = "sequence";

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    byte[] body(Event event) {
        return json.writeValueAsBytes(event);
    }

    /** The event as it goes on the wire. */
    public ProducerRecord<String, byte[]> toRecord(EncodedEvent event) {
        CloudEvent envelope = CloudEventBuilder.v1()
                .withId(event.id())
                .withType(event.type())
                .withSource(URI.create(event.source()))
                .withSubject(event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(event.sequence()))
                .withData("application/json", BytesCloudEventData.wrap(event.data()))
                .build();
        ProducerRecord<String, byte[]> record =
                KafkaMessageFactory.createWriter(event.topic(), event.key()).writeBinary(envelope);
        if (event.traceparent() != null) {
            record.headers().add(TRACE_HEADER, event.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    /**
     * Reads a record.
     *
     * @throws BrokenRecordException if it is no CloudEvent of ours or its body breaks the contract
     * @throws UnknownVersionException if its type is ours in a version of another release
     */
    public ReceivedEvent fromRecord(ConsumerRecord<?, byte[]> record) {
        CloudEvent envelope = envelope(record);
        String type = envelope.getType();
        if (EventType.isUnknownVersion(type)) {
            throw new UnknownVersionException(type);
        }
        EventType known =
                EventType.named(type).orElseThrow(() -> new BrokenRecordException("Unknown event type " + type));
        Event event = event(envelope, known);
        return new ReceivedEvent(metadata(envelope, event), event);
    }

    /** Whether the record is an event of a type, not only of a version, that this release does not know. */
    public static boolean isUnknownType(ConsumerRecord<?, ?> record) {
        String type = header(record, TYPE_HEADER);
        return type != null && EventType.named(type).isEmpty() && !EventType.isUnknownVersion(type);
    }

    /** The last header of this name as text. */
    public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static CloudEvent envelope(ConsumerRecord<?, byte[]> record) {
        try {
            return KafkaMessageFactory.createReader(record.headers(), record.value())
                    .toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new BrokenRecordException("The record is no CloudEvent in binary mode", e);
        }
    }

    private Event event(CloudEvent envelope, EventType type) {
        if (envelope.getData() == null) {
            throw new BrokenRecordException("The event " + envelope.getId() + " has no body");
        }
        try {
            Event event = json.readValue(envelope.getData().toBytes(), type.record());
            if (event == null) {
                throw new BrokenRecordException("The event " + envelope.getId() + " has an empty body");
            }
            return event;
        } catch (JacksonException e) {
            throw new BrokenRecordException(
                    "The body of event %s breaks the contract %s".formatted(envelope.getId(), type.wireName()), e);
        }
    }

    private static EventMetadata metadata(CloudEvent envelope, Event event) {
        String subject = Objects.requireNonNullElse(envelope.getSubject(), event.subject());
        if (!subject.equals(event.subject())) {
            throw new BrokenRecordException(
                    "The envelope and the body of event %s speak of different subjects".formatted(envelope.getId()));
        }
        OffsetDateTime time = envelope.getTime();
        return new EventMetadata(
                envelope.getId(),
                envelope.getType(),
                envelope.getSource().toString(),
                subject,
                event.sequence(),
                time == null ? Instant.EPOCH : time.toInstant());
    }
}
