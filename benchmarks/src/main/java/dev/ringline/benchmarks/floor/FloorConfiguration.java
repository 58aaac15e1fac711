package dev.ringline.benchmarks.floor;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the floors that are no web requests. */
@Configuration(proxyBeanMethods = false)
class FloorConfiguration {

    @Bean
    StoreFloor storeFloor(MongoTemplate mongo) {
        return StoreFloor.in(mongo.getDb());
    }

    @Bean
    HopFloor hopFloor(
            @Value("${spring.kafka.bootstrap-servers}") String brokers, @Value("${bench.hop-topic}") String topic) {
        return HopFloor.over(brokers, topic);
    }
}
