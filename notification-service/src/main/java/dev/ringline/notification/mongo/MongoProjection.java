package dev.ringline.notification.mongo;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.ringline.notification.LiveCall;
import dev.ringline.notification.Projection;
import dev.ringline.notification.rules.erasure.PersonalData;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The projection in MongoDB. A write matches only a lower sequence; what a later event does not repeat (the ring) stays
 * as it was, so no write needs a read before it.
 */
public final class MongoProjection implements Projection, PersonalData, InitializingBean {

    private static final String ID = "_id";
    private static final String SEQUENCE = "sequence";
    private static final String KNOWN_TO = "knownTo";
    private static final String END = "end.at";
    private static final long INDEX_CREATION_SECONDS = 60;

    private final MongoTemplate mongo;

    public MongoProjection(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterPropertiesSet() {
        var documents = mongo.getDb()
                .withTimeout(INDEX_CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(mongo.getCollectionName(LiveCallDocument.class));
        documents.createIndex(Indexes.ascending(KNOWN_TO, END), new IndexOptions().name("snapshot"));
        documents.createIndex(
                Indexes.ascending("expiresAt"),
                new IndexOptions().name("retention").expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public boolean store(LiveCall call) {
        Query older = Query.query(where(ID).is(call.callId()).and(SEQUENCE).lt(call.sequence()));
        Update change = changeTo(call);
        try {
            mongo.upsert(older, change, LiveCallDocument.class);
            return true;
        } catch (DuplicateKeyException e) {
            // The call is stored already; perhaps only just now, and older than this.
            return mongo.updateFirst(older, change, LiveCallDocument.class).getMatchedCount() > 0;
        }
    }

    @Override
    public List<LiveCall> of(String userId, Instant moment, Collection<String> callIds) {
        Criteria live = where(KNOWN_TO).is(userId).and(END).isNull();
        Criteria justOver = where(KNOWN_TO).is(userId).and(END).gt(moment);
        Criteria asked = where(ID).in(callIds);
        return mongo
                .find(Query.query(new Criteria().orOperator(live, justOver, asked)), LiveCallDocument.class)
                .stream()
                .map(LiveCallDocument::toCall)
                .toList();
    }

    @Override
    public Optional<LiveCall> find(String callId) {
        return Optional.ofNullable(mongo.findById(callId, LiveCallDocument.class))
                .map(LiveCallDocument::toCall);
    }

    @Override
    public Map<String, Long> sequences(Collection<String> callIds) {
        Query query = Query.query(where(ID).in(callIds));
        query.fields().include(SEQUENCE);
        return mongo.find(query, Document.class, mongo.getCollectionName(LiveCallDocument.class)).stream()
                .collect(toMap(found -> found.getString(ID), found -> found.getLong(SEQUENCE)));
    }

    private Update changeTo(LiveCall call) {
        Document fields = new Document();
        mongo.getConverter().write(LiveCallDocument.of(call), fields);
        fields.remove(ID);
        return Update.fromDocument(new Document("$set", fields));
    }

    /** The calls stay, so that no replay revives them. */
    @Override
    public void forget(String userId, String tombstone) {
        for (String field : List.of("caller.userId", "callee.userId", "end.byUser")) {
            mongo.updateMulti(
                    Query.query(where(field).is(userId)), new Update().set(field, tombstone), LiveCallDocument.class);
        }
        mongo.updateMulti(
                Query.query(where(KNOWN_TO).is(userId)),
                new Update().set(KNOWN_TO + ".$", tombstone),
                LiveCallDocument.class);
    }
}
