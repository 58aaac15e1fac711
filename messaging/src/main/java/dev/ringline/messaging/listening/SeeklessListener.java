package dev.ringline.messaging.listening;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Passes records on and nothing else. Every annotated listener of Spring Kafka can be told of positions, so for each the
 * container asks the consumer where it stands while partitions are being assigned. With the consumer of the new group
 * protocol that question can stay unanswered: it takes a minute until it fails, and the container with it. Nobody here
 * seeks, so nobody needs to ask.
 */
record SeeklessListener(AcknowledgingConsumerAwareMessageListener<String, byte[]> listener)
        implements AcknowledgingConsumerAwareMessageListener<String, byte[]> {

    @Override
    public void onMessage(
            ConsumerRecord<String, byte[]> record,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        listener.onMessage(record, acknowledgment, consumer);
    }

    /** Puts one in front of each container's listener. */
    static ContainerCustomizer<String, byte[], ConcurrentMessageListenerContainer<String, byte[]>> everywhere() {
        return container -> {
            ContainerProperties properties = container.getContainerProperties();
            properties.setMessageListener(new SeeklessListener(annotated(properties.getMessageListener())));
        };
    }

    @SuppressWarnings("unchecked") // the factory makes listeners of these records alone
    private static AcknowledgingConsumerAwareMessageListener<String, byte[]> annotated(@Nullable Object listener) {
        if (listener instanceof AcknowledgingConsumerAwareMessageListener<?, ?> known) {
            return (AcknowledgingConsumerAwareMessageListener<String, byte[]>) known;
        }
        throw new IllegalStateException("A listener of another kind: " + listener);
    }
}
