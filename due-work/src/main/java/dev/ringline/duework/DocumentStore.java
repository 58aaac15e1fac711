package dev.ringline.duework;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.ringline.duework.due.DueIndex;
import dev.ringline.messaging.EncodedEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/**
 * The documents of one type. Every write is compare-and-set on {@link VersionedDocument#version} and stores the events
 * that tell of it in the same document; after the write's majority acknowledgement the pending events are published, and
 * the writer waits for that a moment at most.
 *
 * <p>Fields that the type does not name (the outbox among them) are left alone; fields that are null are absent.
 */
public final class DocumentStore<T extends VersionedDocument> implements SmartLifecycle {

    /** The trace of the last write that had one, so that what falls due because of it belongs to it. */
    static final String TRACE = "traceparent";

    private static final String VERSION = "version";

    private final MongoTemplate mongo;
    private final Class<T> type;
    private final String collection;
    private final Outbox outbox;
    private final DueWork.Environment environment;

    DocumentStore(
            MongoTemplate mongo,
            Class<T> type,
            Outbox.Parts parts,
            DueWork.Environment environment,
            Predicate<T> beforeSweep) {
        this.mongo = mongo;
        this.type = type;
        this.collection = mongo.getCollectionName(type);
        this.outbox = new Outbox(mongo, collection, parts, environment, due -> beforeSweep.test(fromBson(due)));
        this.environment = environment;
    }

    /**
     * Stores a new document with its events, then publishes them.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a document with one of its unique keys exists
     */
    public T insert(T document, List<EncodedEvent> events) {
        return insert(document, events, () -> true);
    }

    /**
     * As {@link #insert(VersionedDocument, List)}, with something to do between the write's majority acknowledgement and
     * the first word of it to anybody.
     *
     * @param beforePublishing false if it wrote the document itself: that write has published what was pending
     * @throws org.springframework.dao.DuplicateKeyException if a document with one of its unique keys exists
     */
    public T insert(T document, List<EncodedEvent> events, BooleanSupplier beforePublishing) {
        Document stored = pending(document, events);
        mongo.execute(collection, documents -> documents.insertOne(stored));
        if (beforePublishing.getAsBoolean()) {
            outbox.publishSoon(stored);
        }
        return document;
    }

    /**
     * A new document.
     *
     * @param events what tells of it
     */
    public record Fresh<T>(T document, List<EncodedEvent> events) {

        public Fresh {
            events = List.copyOf(events);
        }
    }

    /**
     * Stores many new documents in one write, each with its events, then publishes these. Documents one of whose unique keys
     * is taken are passed over.
     *
     * @return those that were stored, in the order given
     */
    public List<T> insertAll(List<Fresh<T>> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<Document> documents = all.stream()
                .map(fresh -> pending(fresh.document(), fresh.events()))
                .toList();
        Set<Integer> passedOver = Objects.requireNonNull(
                mongo.execute(collection, target -> insertWherePossible(target, documents)), "passed over");
        List<Integer> stored = IntStream.range(0, documents.size())
                .filter(index -> !passedOver.contains(index))
                .boxed()
                .toList();
        stored.forEach(index -> outbox.publishSoon(documents.get(index)));
        return stored.stream().map(index -> all.get(index).document()).toList();
    }

    /**
     * Replaces the document if nobody wrote it since {@code expectedVersion}, adds the events, and publishes what is
     * pending.
     *
     * @param next the new document; its version is {@code expectedVersion + 1}
     * @return false if somebody was first: load and decide again
     * @throws org.springframework.dao.DuplicateKeyException if another document holds one of its unique keys
     */
    public boolean compareAndSet(T next, long expectedVersion, List<EncodedEvent> events) {
        if (next.version() != expectedVersion + 1) {
            throw new IllegalArgumentException(
                    "version: %d (expected: %d)".formatted(next.version(), expectedVersion + 1));
        }
        Document change = changeTo(next, events);
        Document after = mongo.execute(collection, documents -> swap(documents, next.id(), expectedVersion, change));
        if (after == null) {
            return false;
        }
        outbox.publishSoon(after);
        return true;
    }

    /**
     * Replaces those of many documents that nobody wrote since the version before, in one write. No event tells of it, and
     * what is pending is left to whoever publishes it already.
     *
     * @param nexts each with a version one higher than that of what it was made from
     * @return false if somebody was first with any of them: load them all and decide again
     */
    public boolean replaceAll(List<T> nexts) {
        if (nexts.isEmpty()) {
            return true;
        }
        List<WriteModel<Document>> writes = nexts.stream()
                .<WriteModel<Document>>map(next ->
                        new UpdateOneModel<>(unchangedSince(next.id(), next.version() - 1), changeTo(next, List.of())))
                .toList();
        BulkWriteResult result =
                Objects.requireNonNull(mongo.execute(collection, target -> inOneWrite(target, writes)), "result");
        return result.getMatchedCount() == nexts.size();
    }

    /** The document as a majority has it. */
    public Optional<T> find(Object id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    /**
     * Work that falls due on documents of this type. The caller registers it as a bean, so that it starts and stops with
     * the service.
     *
     * @param dueField the field that holds the due time, absent while nothing is due
     * @param handler does the work of one document that is due; failing leaves it due
     */
    public DueWork dueWork(String dueField, Consumer<T> handler, DueWorkSettings settings) {
        return dueWork(dueField, handler, settings, SweepObserver.NOBODY);
    }

    /** As {@link #dueWork(String, Consumer, DueWorkSettings)}, with somebody who watches the sweeps. */
    public DueWork dueWork(String dueField, Consumer<T> handler, DueWorkSettings settings, SweepObserver observer) {
        return new DueWork(
                mongo,
                new DueIndex(collection, dueField),
                due -> handler.accept(fromBson(due)),
                settings,
                environment.observedBy(observer));
    }

    @Override
    public void start() {
        outbox.start();
    }

    @Override
    public void stop() {
        outbox.stop();
    }

    @Override
    public boolean isRunning() {
        return outbox.isRunning();
    }

    /** Stops after whatever still writes. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10_000;
    }

    /** The places of those that were not stored, as they are there already. */
    private static Set<Integer> insertWherePossible(MongoCollection<Document> target, List<Document> documents) {
        try {
            target.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw unconfirmed(e);
            }
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toUnmodifiableSet());
        }
    }

    private static BulkWriteResult inOneWrite(MongoCollection<Document> target, List<WriteModel<Document>> writes) {
        try {
            return target.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            throw e.getWriteConcernError() == null ? e : unconfirmed(e);
        }
    }

    private static TransientDataAccessResourceException unconfirmed(MongoBulkWriteException cause) {
        return new TransientDataAccessResourceException("No majority confirmed the write in time", cause);
    }

    private static Bson unchangedSince(Object id, long version) {
        return Filters.and(Filters.eq("_id", id), Filters.eq(VERSION, version));
    }

    private static @Nullable Document swap(
            MongoCollection<Document> documents, Object id, long expectedVersion, Document change) {
        return documents.findOneAndUpdate(
                unchangedSince(id, expectedVersion),
                change,
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    private Document changeTo(T next, List<EncodedEvent> events) {
        Document present = traced(toBson(next));
        present.remove("_id");
        Document change = new Document("$set", present);
        Document absent = absentFields(present);
        if (!absent.isEmpty()) {
            change.append("$unset", absent);
        }
        outbox.addToChange(change, events);
        return change;
    }

    private Document absentFields(Document present) {
        Document absent = new Document();
        MongoPersistentEntity<?> entity =
                mongo.getConverter().getMappingContext().getRequiredPersistentEntity(type);
        for (MongoPersistentProperty property : entity) {
            if (!property.isIdProperty() && !present.containsKey(property.getFieldName())) {
                absent.append(property.getFieldName(), "");
            }
        }
        return absent;
    }

    private Document pending(T document, List<EncodedEvent> events) {
        Document bson = traced(toBson(document));
        outbox.addTo(bson, events);
        return bson;
    }

    private Document traced(Document bson) {
        String traceparent = environment.traces().current();
        if (traceparent != null) {
            bson.append(TRACE, traceparent);
        }
        return bson;
    }

    private Document toBson(T document) {
        Document bson = new Document();
        mongo.getConverter().write(document, bson);
        return bson;
    }

    private T fromBson(Document bson) {
        return mongo.getConverter().read(type, bson);
    }
}
