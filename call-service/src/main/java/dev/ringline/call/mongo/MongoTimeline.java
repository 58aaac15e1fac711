package dev.ringline.call.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.ringline.call.Timeline;
import dev.ringline.duework.EventArchive;
import dev.ringline.messaging.EncodedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** What happened to calls, in a collection of its own: an ended call never changes, but late facts about it come. */
final class MongoTimeline implements Timeline, EventArchive, InitializingBean {

    private static final int MOST_ENTRIES = 1_000;

    private final MongoTemplate mongo;

    MongoTimeline(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterPropertiesSet() {
        mongo.getCollection(mongo.getCollectionName(TimelineEntryDocument.class))
                .createIndex(Indexes.ascending("callId", "at"));
    }

    /** What this service itself told of its calls. */
    @Override
    public void keep(List<EncodedEvent> events) {
        note(events.stream().map(MongoTimeline::entry).toList());
    }

    @Override
    public void note(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = entries.stream().map(this::write).toList();
        mongo.execute(
                TimelineEntryDocument.class,
                timeline -> timeline.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
    }

    @Override
    public List<Entry> of(String callId) {
        Sort oldestFirst = Sort.by("at", "source", "sequence");
        return found(query(where("callId").is(callId)).with(oldestFirst).limit(MOST_ENTRIES));
    }

    private List<Entry> found(Query query) {
        return mongo.find(query, TimelineEntryDocument.class).stream()
                .map(MongoTimeline::entry)
                .toList();
    }

    /** Puts a tombstone in the place of a user in everything about a call. */
    void bury(String callId, String userId, String tombstone) {
        note(found(query(where("callId").is(callId))).stream()
                .map(entry -> new Entry(
                        entry.id(),
                        entry.callId(),
                        entry.at(),
                        entry.source(),
                        entry.type(),
                        entry.sequence(),
                        buried(entry.facts(), userId, tombstone)))
                .toList());
    }

    private static Map<String, Object> buried(Map<String, Object> facts, String userId, String tombstone) {
        Map<String, Object> left = new HashMap<>(facts);
        left.replaceAll((_, value) -> userId.equals(value) ? tombstone : value);
        return left;
    }

    private WriteModel<Document> write(Entry entry) {
        Document bson = new Document();
        mongo.getConverter()
                .write(
                        new TimelineEntryDocument(
                                entry.id(),
                                entry.callId(),
                                entry.at(),
                                entry.source(),
                                entry.type(),
                                entry.sequence(),
                                entry.facts()),
                        bson);
        return new ReplaceOneModel<>(Filters.eq("_id", entry.id()), bson, new ReplaceOptions().upsert(true));
    }

    private static Entry entry(EncodedEvent event) {
        Document facts = Document.parse(new String(event.data(), UTF_8));
        facts.values().removeIf(Objects::isNull);
        return new Entry(
                event.id(), event.subject(), event.time(), event.source(), event.type(), event.sequence(), facts);
    }

    private static Entry entry(TimelineEntryDocument stored) {
        return new Entry(
                stored.id(),
                stored.callId(),
                stored.at(),
                stored.source(),
                stored.type(),
                stored.sequence(),
                stored.facts());
    }
}
