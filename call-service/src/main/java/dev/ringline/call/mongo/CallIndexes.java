package dev.ringline.call.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Creates what is missing of the indexes at start; without the unique ones the service must not run. */
final class CallIndexes implements InitializingBean {

    private static final long CREATION_SECONDS = 60;

    private final MongoTemplate mongo;

    CallIndexes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterPropertiesSet() {
        MongoCollection<Document> calls = mongo.getDb()
                .withTimeout(CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(mongo.getCollectionName(CallDocument.class));
        calls.createIndex(Indexes.ascending("pairKey"), unique("one-live-call-per-pair", "pairKey"));
        calls.createIndex(Indexes.ascending("occupies"), unique("one-call-per-user", "occupies"));
        calls.createIndex(Indexes.ascending("dials.key"), unique("one-call-per-dial", "dials.key"));
        calls.createIndex(
                Indexes.ascending("calleeId"),
                new IndexOptions().name("live-by-callee").partialFilterExpression(Filters.exists("pairKey")));
        calls.createIndex(history(), new IndexOptions().name("history"));
    }

    private static Bson history() {
        return Indexes.compoundIndex(
                Indexes.ascending("participants"), Indexes.descending("createdAt"), Indexes.descending("_id"));
    }

    private static IndexOptions unique(String name, String field) {
        return new IndexOptions().name(name).unique(true).partialFilterExpression(Filters.exists(field));
    }
}
