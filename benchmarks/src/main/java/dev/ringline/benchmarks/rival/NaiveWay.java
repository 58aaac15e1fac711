package dev.ringline.benchmarks.rival;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventPublisher;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Write, then send: as durable a write and as well acknowledged a send, but whoever dies between the two has stored
 * something that nobody will ever hear of.
 */
record NaiveWay(MongoTemplate mongo, EventPublisher publisher) implements Way {

    @Override
    public void insert(ThingDocument thing, EncodedEvent event) {
        mongo.insert(thing);
        publisher.publish(event);
    }

    @Override
    public ThingDocument find(String id) {
        return requireNonNull(mongo.findById(id, ThingDocument.class));
    }

    @Override
    public void change(ThingDocument next, EncodedEvent event) {
        Document bson = new Document();
        mongo.getConverter().write(next, bson);
        var outcome = mongo.execute(
                ThingDocument.class,
                things -> things.replaceOne(
                        Filters.and(Filters.eq("_id", next.id()), Filters.eq("version", next.version() - 1)), bson));
        if (requireNonNull(outcome).getModifiedCount() != 1) {
            throw new IllegalStateException("Somebody else wrote " + next.id());
        }
        publisher.publish(event);
    }
}
