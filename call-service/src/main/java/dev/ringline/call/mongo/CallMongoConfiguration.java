package dev.ringline.call.mongo;

import dev.ringline.call.CallService;
import dev.ringline.call.CallService.Observer;
import dev.ringline.call.Dialling;
import dev.ringline.call.FollowUps;
import dev.ringline.call.Users;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.LeaseLapsed;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Timers;
import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import dev.ringline.duework.DueWork;
import dev.ringline.duework.DueWorkSettings;
import dev.ringline.messaging.EncodedEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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
    MongoTimeline mongoTimeline(MongoTemplate mongo) {
        return new MongoTimeline(mongo);
    }

    @Bean
    DocumentStore<CallDocument> callDocuments(
            DocumentStores stores, MongoTimeline timeline, Timers timers, ObjectProvider<Dialling> dialling) {
        CallMapping mapping = new CallMapping(timers);
        return stores.store(
                CallDocument.class, timeline, abandoned -> dialling.getObject().lookAgain(mapping.toCall(abandoned)));
    }

    @Bean
    DocumentStore<UserDocument> userDocuments(DocumentStores stores) {
        return stores.store(UserDocument.class);
    }

    @Bean
    MongoUsers mongoUsers(
            DocumentStore<UserDocument> store, Function<Users.Fact, EncodedEvent> events, InstantSource clock) {
        return new MongoUsers(store, events, clock);
    }

    /** Puts a tombstone in the place of erased users, some calls at a time; what is left is due again at once. */
    @Bean
    DueWork erasures(
            DocumentStore<UserDocument> store,
            MongoUsers users,
            MongoCalls calls,
            MongoTimeline timeline,
            CallService service) {
        Burial burial = new Burial(users, calls, timeline, service);
        return store.dueWork("erasureDue", burial::carryOut, DueWorkSettings.unleased());
    }

    @Bean
    MongoCalls mongoCalls(
            MongoTemplate mongo,
            DocumentStore<CallDocument> store,
            Timers timers,
            Function<Accepted, List<EncodedEvent>> events,
            InstantSource clock) {
        return new MongoCalls(mongo, store, new CallMapping(timers), events, clock);
    }

    /** Every deadline of every call: the end of the ring, of the waits for meeting and media, of the longest call. */
    @Bean
    DueWork callDeadlines(DocumentStore<CallDocument> store, CallService calls) {
        return store.dueWork(
                "nextDeadline", due -> calls.apply(due.id(), new DeadlinePassed()), DueWorkSettings.unleased());
    }

    /** Leases are looked at by sweeps alone, which can see whether many devices fell silent at once. */
    @Bean
    DueWork callLeases(DocumentStore<CallDocument> store, CallService calls, OutageWatch outages) {
        return store.dueWork(
                "leaseDue",
                due -> calls.apply(due.id(), new LeaseLapsed(outages.extendedUntil())),
                DueWorkSettings.unleased(),
                outages);
    }

    @Bean
    OutageWatch outageWatch(MongoTemplate mongo, Timers timers, InstantSource clock) {
        return new OutageWatch(mongo, timers, clock);
    }

    @Bean
    DueWork callFollowUps(DocumentStore<CallDocument> store, FollowUps followUps) {
        return store.dueWork("followUpDue", due -> followUps.run(due.id()), DueWorkSettings.unleased());
    }

    @Bean
    Observer armedTimers(
            @Qualifier("callDeadlines") ObjectProvider<DueWork> deadlines,
            @Qualifier("callFollowUps") ObjectProvider<DueWork> followUps,
            InstantSource clock) {
        return new ArmedTimers(deadlines, followUps, clock);
    }
}
