package dev.ringline.call.mongo;

import dev.ringline.call.CallCommand;
import dev.ringline.call.CallService;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import dev.ringline.duework.DueWork;
import dev.ringline.duework.DueWorkSettings;
import dev.ringline.messaging.EncodedEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the calls to MongoDB. */
@Configuration(proxyBeanMethods = false)
class CallMongoConfiguration {

    @Bean
    CallIndexes callIndexes(MongoTemplate mongo) {
        return new CallIndexes(mongo);
    }

    @Bean
    DocumentStore<CallDocument> callDocuments(DocumentStores stores) {
        return stores.store(CallDocument.class);
    }

    @Bean
    MongoCalls mongoCalls(
            MongoTemplate mongo,
            DocumentStore<CallDocument> store,
            Function<Accepted, List<EncodedEvent>> events,
            InstantSource clock) {
        return new MongoCalls(mongo, store, events, clock);
    }

    /** Every deadline of every call: the end of the ring, of the wait for the meeting, of the longest call. */
    @Bean
    DueWork callDeadlines(DocumentStore<CallDocument> store, CallService calls) {
        return store.dueWork(
                "nextDeadline",
                due -> calls.apply(due.id(), new CallCommand.DeadlinePassed()),
                DueWorkSettings.unleased());
    }
}
