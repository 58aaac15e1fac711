package dev.ringline.duework;

import dev.ringline.messaging.TestBroker;
import dev.ringline.messaging.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Several processes of one service: stores over the same collection that share nothing else. */
final class Replicas implements AutoCloseable {

    static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    private final MongoTemplate mongo;
    private final TestBroker broker;
    private final List<DocumentStore<Thing>> started = new ArrayList<>();

    Replicas(MongoTemplate mongo, TestBroker broker) {
        this.mongo = mongo;
        this.broker = broker;
        mongo.getCollection("things").deleteMany(new Document());
    }

    /** A store without a sweeper, as of a process that dies before it can do more. */
    DocumentStore<Thing> store() {
        return store(_ -> true);
    }

    /** A store whose sweeper first does what the writer was to do. */
    DocumentStore<Thing> startedStore(Predicate<Thing> beforeSweep) {
        return started(store(beforeSweep));
    }

    private DocumentStore<Thing> store(Predicate<Thing> beforeSweep) {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        return new DocumentStore<>(
                mongo,
                Thing.class,
                new Outbox.Parts(broker.publisher(), new OutboxMetrics(metrics), EventArchive.NONE),
                new DueWork.Environment(CLOCK, metrics, Traces.none()),
                beforeSweep);
    }

    DocumentStore<Thing> startedStore() {
        return started(store());
    }

    private DocumentStore<Thing> started(DocumentStore<Thing> store) {
        store.start();
        started.add(store);
        return store;
    }

    /** As it is in the database. */
    Document stored(String id) {
        return mongo.getCollection("things").find(new Document("_id", id)).first();
    }

    @Override
    public void close() {
        started.forEach(DocumentStore::stop);
    }
}
