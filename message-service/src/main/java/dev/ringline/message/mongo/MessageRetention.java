package dev.ringline.message.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Has MongoDB delete messages a while after the end of their call, if so configured: a TTL index that follows the setting. */
final class MessageRetention implements SmartInitializingSingleton {

    static final String INDEX = "retention";

    private static final long CREATION_SECONDS = 60;

    private final MongoTemplate mongo;
    private final @Nullable Duration keep;

    MessageRetention(MongoTemplate mongo, @Nullable Duration keep) {
        this.mongo = mongo;
        this.keep = keep;
    }

    @Override
    public void afterSingletonsInstantiated() {
        MongoDatabase database = mongo.getDb().withTimeout(CREATION_SECONDS, TimeUnit.SECONDS);
        MongoCollection<Document> messages = database.getCollection(MessageDocument.COLLECTION);
        boolean limited = messages.listIndexes().into(new ArrayList<>()).stream()
                .anyMatch(index -> INDEX.equals(index.getString("name")));
        if (keep == null && limited) {
            messages.dropIndex(INDEX);
        } else if (keep != null && limited) {
            database.runCommand(changeTo(keep));
        } else if (keep != null) {
            messages.createIndex(
                    Indexes.ascending("at"),
                    new IndexOptions().name(INDEX).expireAfter(keep.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private static Document changeTo(Duration keep) {
        return new Document("collMod", MessageDocument.COLLECTION)
                .append("index", new Document("name", INDEX).append("expireAfterSeconds", keep.toSeconds()));
    }
}
