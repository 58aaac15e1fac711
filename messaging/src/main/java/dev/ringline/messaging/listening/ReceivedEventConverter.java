package dev.ringline.messaging.listening;

import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.ReceivedEvent;
import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** Gives listener methods their {@link ReceivedEvent}; what it throws decides the fate of the record. */
final class ReceivedEventConverter implements RecordMessageConverter {

    private final EventCodec codec;

    ReceivedEventConverter(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Message<?> toMessage(
            ConsumerRecord<?, ?> record,
            @Nullable Object acknowledgment,
            @Nullable Object consumer,
            @Nullable Type payloadType) {
        return new GenericMessage<>(codec.fromRecord((ConsumerRecord<?, byte[]>) record));
    }

    @Override
    public ProducerRecord<?, ?> fromMessage(Message<?> message, @Nullable String defaultTopic) {
        throw new UnsupportedOperationException("Events are published through EventPublisher");
    }
}
