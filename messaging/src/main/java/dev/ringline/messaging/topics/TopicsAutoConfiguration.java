package dev.ringline.messaging.topics;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Wires the look at the topics. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(KafkaProperties.class)
class TopicsAutoConfiguration {

    @Bean
    TopicVerification topicVerification(KafkaProperties kafka) {
        return new TopicVerification(kafka.buildAdminProperties());
    }
}
