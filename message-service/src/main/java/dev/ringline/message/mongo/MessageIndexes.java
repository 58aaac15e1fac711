package dev.ringline.message.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes the indexes that the questions of readers and the erasure of users need, before anything asks. */
final class MessageIndexes implements SmartInitializingSingleton {

    private static final long CREATION_SECONDS = 60;

    private final MongoTemplate mongo;

    MessageIndexes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        MongoCollection<Document> messages =
                mongo.getDb().withTimeout(CREATION_SECONDS, TimeUnit.SECONDS).getCollection(MessageDocument.COLLECTION);
        messages.createIndex(Indexes.compoundIndex(Indexes.ascending("participants"), Indexes.descending("at", "_id")));
        messages.createIndex(Indexes.ascending("call.calleeId"));
        messages.createIndex(Indexes.compoundIndex(
                Indexes.ascending("participants", "conversationId"), Indexes.descending("at", "_id")));
    }
}
