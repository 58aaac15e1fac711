package dev.ringline.messaging;

import dev.ringline.contracts.Topics;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires how a service encodes and publishes its events. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({MessagingProperties.class, KafkaProperties.class})
public class MessagingAutoConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(tracer.getIfAvailable(), propagator.getIfAvailable());
    }

    @Bean
    EventEncoder eventEncoder(
            EventCodec codec, Traces traces, @Value("${spring.application.name}") String application) {
        return new EventEncoder(codec, "/" + application, traces::current);
    }

    @Bean
    DefaultKafkaProducerFactory<String, byte[]> kafkaProducerFactory(
            KafkaProperties kafka, MessagingProperties properties) {
        return new DefaultKafkaProducerFactory<>(KafkaClients.producer(kafka.buildProducerProperties(), (int)
                properties.acknowledgement().toMillis()));
    }

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(DefaultKafkaProducerFactory<String, byte[]> factory) {
        return new KafkaTemplate<>(factory);
    }

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<String, byte[]> template, EventCodec codec, MessagingProperties properties) {
        EventPublisher publisher = new EventPublisher(template, codec, properties.acknowledgement());
        publisher.meet(Topics.all());
        return publisher;
    }
}
