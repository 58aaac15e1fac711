package dev.ringline.message.mongo;

import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import dev.ringline.erasure.ErasedUsers;
import dev.ringline.message.SystemMessage;
import dev.ringline.messaging.EncodedEvent;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagesProperties.class)
class MessageStoreConfiguration {

    @Bean
    DocumentStore<MessageDocument> messageStore(DocumentStores stores) {
        return stores.store(MessageDocument.class);
    }

    @Bean
    MessageIndexes messageIndexes(MongoTemplate mongo) {
        return new MessageIndexes(mongo);
    }

    @Bean
    MessageRetention messageRetention(MongoTemplate mongo, MessagesProperties settings) {
        return new MessageRetention(mongo, settings.keep());
    }

    @Bean
    MongoTombstones tombstones(ErasedUsers users) {
        return new MongoTombstones(users);
    }

    @Bean
    MongoMessages messages(
            MongoTemplate mongo,
            DocumentStore<MessageDocument> store,
            Function<SystemMessage, EncodedEvent> announcement) {
        return new MongoMessages(mongo, store, announcement);
    }
}
