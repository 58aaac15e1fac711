package dev.ringline.notification.mongo;

import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires what is kept of users and their devices. */
@Configuration(proxyBeanMethods = false)
class UsersStoreConfiguration {

    @Bean
    DocumentStore<DevicesDocument> devicesDocuments(DocumentStores stores) {
        return stores.store(DevicesDocument.class);
    }

    @Bean
    MongoUsers mongoUsers(MongoTemplate mongo) {
        return new MongoUsers(mongo);
    }

    @Bean
    MongoMissedCalls mongoMissedCalls(MongoTemplate mongo) {
        return new MongoMissedCalls(mongo);
    }

    @Bean
    MongoDevices mongoDevices(MongoTemplate mongo, DocumentStore<DevicesDocument> store) {
        return new MongoDevices(mongo, store);
    }
}
