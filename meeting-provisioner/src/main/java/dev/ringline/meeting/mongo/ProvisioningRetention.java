package dev.ringline.meeting.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Has MongoDB delete what is known of a call's provisioning a while after the call ended: a TTL index that holds only
 * jobs that are over, so that none is lost that has something to do. A call is forgotten harmlessly: its ring is long over
 * when its events are replayed.
 */
public final class ProvisioningRetention implements SmartInitializingSingleton {

    static final String INDEX = "retention";

    private static final long CREATION_SECONDS = 60;

    private final MongoTemplate mongo;
    private final Duration keep;

    public ProvisioningRetention(MongoTemplate mongo, Duration keep) {
        this.mongo = mongo;
        this.keep = keep;
    }

    /** Makes the index, or changes the one of a former setting. */
    @Override
    public void afterSingletonsInstantiated() {
        MongoDatabase database = mongo.getDb().withTimeout(CREATION_SECONDS, TimeUnit.SECONDS);
        MongoCollection<Document> provisionings = database.getCollection(ProvisioningDocument.COLLECTION);
        boolean made = provisionings.listIndexes().into(new ArrayList<>()).stream()
                .anyMatch(index -> INDEX.equals(index.getString("name")));
        if (made) {
            database.runCommand(change());
        } else {
            provisionings.createIndex(Indexes.ascending(ProvisioningDocument.ENDED_AT), options());
        }
    }

    private IndexOptions options() {
        return new IndexOptions()
                .name(INDEX)
                .expireAfter(keep.toSeconds(), TimeUnit.SECONDS)
                .partialFilterExpression(Filters.exists(ProvisioningDocument.ENDED_AT));
    }

    private Document change() {
        return new Document("collMod", ProvisioningDocument.COLLECTION)
                .append("index", new Document("name", INDEX).append("expireAfterSeconds", keep.toSeconds()));
    }
}
