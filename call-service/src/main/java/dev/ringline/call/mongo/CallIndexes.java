package dev.ringline.call.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        calls.createIndex(Indexes.ascending("calleeId"), live("live-by-callee"));
        calls.createIndex(Indexes.ascending("phase"), live("live-by-phase"));
        calls.createIndex(Indexes.ascending("calleeId", "missedAt"), present("missed-by-callee", "missedAt"));
        calls.createIndex(
                Indexes.ascending("calleeId", "silent"),
                new IndexOptions().name("silent-by-callee").partialFilterExpression(Filters.eq("silent", true)));
        Stream.of("participants", "between")
                .forEach(who -> calls.createIndex(newestFirst(who), new IndexOptions().name("history-" + who)));
        Stream.of("status", "conversationId")
                .forEach(filter -> calls.createIndex(
                        newestFirst("participants", filter), new IndexOptions().name("history-" + filter)));
    }

    private static Bson newestFirst(String... fields) {
        return Indexes.compoundIndex(Indexes.ascending(fields), Indexes.descending("createdAt", "_id"));
    }

    private static IndexOptions live(String name) {
        return present(name, "pairKey");
    }

    private static IndexOptions present(String name, String field) {
        return new IndexOptions().name(name).partialFilterExpression(Filters.exists(field));
    }

    private static IndexOptions unique(String name, String field) {
        return present(name, field).unique(true);
    }
}
