package dev.ringline.duework;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.ringline.messaging.EncodedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Takes acknowledged events out of their documents once the archive has them, many at a time, off the path of any request.
 * A mark that is lost means only that a sweeper publishes once more; so a mark waits for no majority and no journal, whose
 * flush would slow the writes that must wait for it.
 */
final class PublishedMarks {

    static final IndexOptions SPARSE = new IndexOptions().name("pending-since").sparse(true);

    private static final Logger LOG = LoggerFactory.getLogger(PublishedMarks.class);
    private static final int BATCH = 500;

    /** Short beside the grace that a writer has before a sweeper looks, long enough for many marks to become one write. */
    private static final Duration LINGER = Duration.ofMillis(20);

    private static final WriteConcern SOON = WriteConcern.W1.withJournal(false);

    private final MongoTemplate mongo;
    private final String collection;
    private final EventArchive archive;
    private final BlockingQueue<Published> queue = new LinkedBlockingQueue<>();
    private final Set<String> unmarked = ConcurrentHashMap.newKeySet();
    private @Nullable Thread writer;

    PublishedMarks(MongoTemplate mongo, String collection, EventArchive archive) {
        this.mongo = mongo;
        this.collection = collection;
        this.archive = archive;
    }

    private record Published(Object id, List<EncodedEvent> events) {

        WriteModel<Document> mark() {
            return new UpdateOneModel<>(Filters.eq("_id", id), without(eventIds()));
        }

        List<String> eventIds() {
            return events.stream().map(EncodedEvent::id).toList();
        }
    }

    void add(Object id, List<EncodedEvent> events) {
        if (!events.isEmpty()) {
            Published published = new Published(id, List.copyOf(events));
            unmarked.addAll(published.eventIds());
            queue.add(published);
        }
    }

    /** Whether it is still to be told, as far as this process knows: not what the broker has and only the mark lacks. */
    boolean isToBeTold(EncodedEvent pending) {
        return !unmarked.contains(pending.id());
    }

    void start() {
        writer = Thread.ofVirtual().name("published-marks").start(this::run);
    }

    /** Returns when everything that was added is written. */
    void stop() {
        if (writer != null) {
            end(writer);
        }
        List<Published> rest = new ArrayList<>();
        queue.drainTo(rest);
        write(rest);
    }

    private static void end(Thread writer) {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Published> batch = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.add(queue.take());
                gather(batch);
                write(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            queue.addAll(batch);
        }
    }

    private void gather(List<Published> batch) throws InterruptedException {
        long end = System.nanoTime() + LINGER.toNanos();
        Published next = queue.poll(LINGER.toNanos(), TimeUnit.NANOSECONDS);
        while (next != null) {
            batch.add(next);
            next = batch.size() < BATCH ? queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
        }
    }

    private void write(List<Published> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            archive.keep(batch.stream()
                    .flatMap(published -> published.events().stream())
                    .toList());
            List<WriteModel<Document>> marks =
                    batch.stream().map(Published::mark).toList();
            mongo.execute(
                    collection,
                    documents ->
                            documents.withWriteConcern(SOON).bulkWrite(marks, new BulkWriteOptions().ordered(false)));
        } catch (RuntimeException e) {
            LOG.warn("{} documents could not be marked as published; they will be published again", batch.size(), e);
        } finally {
            batch.forEach(published -> unmarked.removeAll(published.eventIds()));
        }
    }

    /** An event that was added meanwhile stays, and keeps the document due. */
    private static List<Document> without(List<String> eventIds) {
        Document known = new Document("$in", List.of("$$event." + PendingEvents.ID, eventIds));
        Document rest = new Document(
                "$filter",
                new Document("input", new Document("$ifNull", List.of("$" + PendingEvents.PENDING, List.of())))
                        .append("as", "event")
                        .append("cond", new Document("$not", List.of(known))));
        return List.of(
                new Document("$set", new Document(PendingEvents.PENDING, rest)),
                new Document(
                        "$set",
                        new Document(PendingEvents.DUE, removedWhenEmpty(PendingEvents.DUE))
                                .append(PendingEvents.CLAIM, removedWhenEmpty(PendingEvents.CLAIM))
                                .append(PendingEvents.SINCE, removedWhenEmpty(PendingEvents.SINCE))
                                .append(PendingEvents.PENDING, removedWhenEmpty(PendingEvents.PENDING))));
    }

    private static Document removedWhenEmpty(String field) {
        Document empty = new Document("$eq", List.of(new Document("$size", "$" + PendingEvents.PENDING), 0));
        return new Document("$cond", List.of(empty, "$$REMOVE", "$" + field));
    }
}
