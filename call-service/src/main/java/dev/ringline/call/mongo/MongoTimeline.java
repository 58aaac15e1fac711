package dev.ringline.call.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.ringline.call.Timeline;
import dev.ringline.duework.EventArchive;
import dev.ringline.messaging.EncodedEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What happened to calls, in a collection of its own: an ended call never changes, but late facts about it come. */
final class MongoTimeline implements Timeline, EventArchive {

    private static final int MOST_ENTRIES = 1_000;

    /** The facts that name a user. */
    private static final Set<String> USERS = Set.of("callerId", "calleeId", "endedBy", "userId");

    private final MongoTemplate mongo;

    MongoTimeline(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What this service itself told of its calls. */
    @Override
    public void keep(List<EncodedEvent> events) {
        note(events.stream().map(MongoTimeline::entry).toList());
    }

    /**
     * Stores the entries, then looks whether they name somebody who was erased: an erasure stores its tombstone before it
     * reads the timeline, so one of the two always sees the other, however late the news of a call comes.
     */
    @Override
    public void note(List<Entry> entries) {
        store(entries);
        bury(entries, tombstonesOf(entries));
    }

    private Map<String, String> tombstonesOf(List<Entry> entries) {
        Map<String, String> users = entries.stream()
                .flatMap(entry -> entry.facts().entrySet().stream())
                .filter(fact -> USERS.contains(fact.getKey()))
                .map(fact -> fact.getValue().toString())
                .distinct()
                .collect(Collectors.toMap(UserDocument::idOf, userId -> userId));
        Criteria erased = where("_id").in(users.keySet()).and("tombstone").exists(true);
        return mongo.find(query(erased), UserDocument.class).stream()
                .collect(Collectors.toMap(
                        user -> requireNonNull(users.get(user.id())), user -> requireNonNull(user.tombstone())));
    }

    private void store(List<Entry> entries) {
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
        bury(found(query(where("callId").is(callId))), Map.of(userId, tombstone));
    }

    private void bury(List<Entry> entries, Map<String, String> tombstones) {
        store(entries.stream()
                .filter(entry -> !Collections.disjoint(entry.facts().values(), tombstones.keySet()))
                .map(entry -> buried(entry, tombstones))
                .toList());
    }

    private static Entry buried(Entry entry, Map<String, String> tombstones) {
        Map<String, Object> left = new HashMap<>(entry.facts());
        left.replaceAll((_, value) -> value instanceof String id ? tombstones.getOrDefault(id, id) : value);
        return new Entry(entry.id(), entry.callId(), entry.at(), entry.source(), entry.type(), entry.sequence(), left);
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
