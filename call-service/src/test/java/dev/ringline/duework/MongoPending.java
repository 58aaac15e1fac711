package dev.ringline.duework;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.ringline.call.simulation.outbox.Pending;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventPublisher;
import dev.ringline.messaging.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Pending events in documents of MongoDB, written and taken out by the code that ships. */
public final class MongoPending implements Pending {

    private static final String COLLECTION = "outbox-contract";

    private final MongoTemplate mongo;
    private final EventPublisher publisher;

    /** @param publisher of no use here, for nothing is told */
    public MongoPending(MongoTemplate mongo, EventPublisher publisher) {
        this.mongo = mongo;
        this.publisher = publisher;
    }

    @Override
    public void add(String id, List<EncodedEvent> events, Instant now) {
        Outbox outbox = outboxAt(now);
        if (documents().countDocuments(Filters.eq(id)) == 0) {
            Document document = new Document("_id", id);
            outbox.addTo(document, events);
            documents().insertOne(document);
        } else {
            Document change = new Document("$set", new Document("note", "changed"));
            outbox.addToChange(change, events);
            documents().updateOne(Filters.eq(id), change);
        }
    }

    @Override
    public List<EncodedEvent> of(String id) {
        return PendingEvents.in(documents().find(Filters.eq(id)).first());
    }

    @Override
    public boolean isDue(String id, Instant now) {
        return documents().countDocuments(Filters.and(Filters.eq(id), Filters.lte(PendingEvents.DUE, Date.from(now))))
                > 0;
    }

    @Override
    public void mark(String id, List<EncodedEvent> told) {
        PublishedMarks marks = new PublishedMarks(mongo, COLLECTION, EventArchive.NONE);
        marks.add(id, told);
        marks.stop();
    }

    private Outbox outboxAt(Instant now) {
        MeterRegistry metrics = new SimpleMeterRegistry();
        return new Outbox(
                mongo,
                COLLECTION,
                new Outbox.Parts(publisher, new OutboxMetrics(metrics), EventArchive.NONE),
                new DueWork.Environment(() -> now, metrics, Traces.none()),
                _ -> true);
    }

    /** A mark waits for no majority, so it is looked for where it was made. */
    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION).withReadConcern(ReadConcern.LOCAL);
    }
}
