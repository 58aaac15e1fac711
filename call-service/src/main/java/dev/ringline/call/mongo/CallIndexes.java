package dev.ringline.call.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Creates what is missing of the indexes at start; without the unique ones the service must not run. */
final class CallIndexes implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(CallIndexes.class);

    /** A collection may be large when an index is new. */
    private static final long CREATION_SECONDS = 60;

    private final MongoTemplate mongo;

    CallIndexes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterPropertiesSet() {
        MongoCollection<Document> calls = collection(CallDocument.class);
        unique("one-live-call-per-pair", "pairKey").in(calls);
        unique("one-call-per-user", "occupies").in(calls);
        unique("one-call-per-dial", "dials.key").in(calls);
        Stream.of(
                        live("live-by-callee", "calleeId"),
                        live("live-by-phase", "phase"),
                        new Index(
                                "missed-by-callee",
                                Indexes.ascending("calleeId", "missedAt"),
                                where(Filters.exists("missedAt"))),
                        new Index(
                                "silent-by-callee",
                                Indexes.ascending("calleeId", "silent"),
                                where(Filters.eq("silent", true))),
                        history("history-participants", "participants"),
                        history("history-between", "between"),
                        history("history-status", "participants", "status"),
                        history("history-conversationId", "participants", "conversationId"))
                .forEach(index -> index.ifPossible(calls));
        new Index("by-call", Indexes.ascending("callId", "at"), new IndexOptions())
                .ifPossible(collection(TimelineEntryDocument.class));
    }

    private MongoCollection<Document> collection(Class<?> type) {
        return mongo.getDb()
                .withTimeout(CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(mongo.getCollectionName(type));
    }

    private record Index(String name, Bson keys, IndexOptions options) {

        void in(MongoCollection<Document> collection) {
            collection.createIndex(keys, options.name(name));
        }

        /** Without it the service is slow, not wrong; another release may still use what is in the way. */
        void ifPossible(MongoCollection<Document> collection) {
            try {
                in(collection);
            } catch (MongoCommandException e) {
                LOG.atWarn().addKeyValue("index", name).setCause(e).log("The index conflicts with what is there");
            }
        }
    }

    private static Index unique(String name, String field) {
        return new Index(
                name, Indexes.ascending(field), where(Filters.exists(field)).unique(true));
    }

    private static Index live(String name, String field) {
        return new Index(name, Indexes.ascending(field), where(Filters.exists("pairKey")));
    }

    private static Index history(String name, String... fields) {
        Bson newestFirst = Indexes.compoundIndex(Indexes.ascending(fields), Indexes.descending("createdAt", "_id"));
        return new Index(name, newestFirst, new IndexOptions());
    }

    private static IndexOptions where(Bson condition) {
        return new IndexOptions().partialFilterExpression(condition);
    }
}
