package dev.ringline.messaging.listening;

import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.KafkaClients;
import dev.ringline.messaging.MessagingAutoConfiguration;
import dev.ringline.messaging.MessagingProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Wires how a service listens: one container factory, one error handler. */
@AutoConfiguration(after = MessagingAutoConfiguration.class, before = KafkaAutoConfiguration.class)
class ListeningAutoConfiguration {

    @Bean
    DefaultKafkaConsumerFactory<String, byte[]> kafkaConsumerFactory(
            KafkaProperties kafka,
            MessagingProperties properties,
            @Value("${spring.application.name}") String application) {
        String group = kafka.getConsumer().getGroupId();
        return new DefaultKafkaConsumerFactory<>(KafkaClients.consumer(
                kafka.buildConsumerProperties(), group == null ? application : group, properties.groupProtocol()));
    }

    @Bean
    DefaultErrorHandler listenerErrorHandler(
            DefaultKafkaProducerFactory<String, byte[]> producers,
            MeterRegistry metrics,
            MessagingProperties properties) {
        DefaultErrorHandler handler =
                new DefaultErrorHandler(new DeadLetters(patient(producers, properties.acknowledgement()), metrics));
        handler.setClassifications(Map.of(), true);
        handler.setBackOffFunction((record, failure) -> backOff(FailureClass.of(failure), properties));
        return handler;
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory(
            DefaultKafkaConsumerFactory<String, byte[]> consumers,
            DefaultErrorHandler errorHandler,
            EventCodec codec,
            MeterRegistry metrics) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        factory.setConsumerFactory(consumers);
        factory.setCommonErrorHandler(errorHandler);
        factory.setRecordMessageConverter(new ReceivedEventConverter(codec));
        factory.setRecordFilterStrategy(new UnknownTypeFilter(metrics));
        factory.setAckDiscarded(true);
        factory.setRecordInterceptor(new EventLogContext());
        factory.setContainerCustomizer(SeeklessListener.everywhere());
        factory.getContainerProperties().setAckMode(AckMode.RECORD);
        factory.getContainerProperties().setPollTimeout(KafkaClients.LONGEST_WAIT_MS);
        factory.getContainerProperties().setObservationEnabled(true);
        return factory;
    }

    @Bean
    AssignedReaders assignedReaders(KafkaProperties kafka, EventCodec codec, MeterRegistry metrics) {
        return new AssignedReaders(KafkaClients.reader(kafka.buildConsumerProperties()), codec, metrics);
    }

    /** Nobody waits for a dead letter, so that it may wait for a topic that the producer has to look up first. */
    private static KafkaTemplate<String, byte[]> patient(
            DefaultKafkaProducerFactory<String, byte[]> producers, Duration patience) {
        return new KafkaTemplate<>(producers, Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis()));
    }

    private static BackOff backOff(FailureClass failure, MessagingProperties properties) {
        return switch (failure) {
            case BROKEN_RECORD -> new FixedBackOff(0, 0);
            case OWN_TROUBLE -> exponential(properties);
            case UNKNOWN -> {
                ExponentialBackOff bounded = exponential(properties);
                bounded.setMaxAttempts(properties.unknownRetries());
                yield bounded;
            }
        };
    }

    private static ExponentialBackOff exponential(MessagingProperties properties) {
        ExponentialBackOff backOff =
                new ExponentialBackOff(properties.firstRetry().toMillis(), 2);
        backOff.setMaxInterval(properties.longestRetry().toMillis());
        return backOff;
    }
}
