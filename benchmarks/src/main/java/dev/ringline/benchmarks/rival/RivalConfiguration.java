package dev.ringline.benchmarks.rival;

import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import dev.ringline.messaging.EventEncoder;
import dev.ringline.messaging.EventPublisher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the two ways. */
@Configuration(proxyBeanMethods = false)
class RivalConfiguration {

    @Bean
    DocumentStore<ThingDocument> things(DocumentStores stores) {
        return stores.store(ThingDocument.class);
    }

    @Bean
    OutboxWay outboxWay(DocumentStore<ThingDocument> things) {
        return new OutboxWay(things);
    }

    @Bean
    NaiveWay naiveWay(MongoTemplate mongo, EventPublisher publisher) {
        return new NaiveWay(mongo, publisher);
    }

    @Bean
    ThingEvents thingEvents(EventEncoder encoder, @Value("${bench.rival-topic}") String topic) {
        return new ThingEvents(encoder, topic);
    }
}
