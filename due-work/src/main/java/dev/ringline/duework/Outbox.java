package dev.ringline.duework;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Indexes;
import dev.ringline.duework.OutboxMetrics.Path;
import dev.ringline.duework.due.DueIndex;
import dev.ringline.duework.relay.Relay;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventPublisher;
import dev.ringline.messaging.PublishFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The outbox in the document. The writer {@linkplain Relay tells} every pending event of the document it wrote, then what
 * was acknowledged is taken out. The sweeper does the same for documents that nobody published.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** How long a writer waits for its events to be acknowledged before it answers. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** How long the writer has before a sweeper takes over. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration SWEEP_LEASE = Duration.ofSeconds(5);

    private final MongoTemplate mongo;
    private final String collection;
    private final EventPublisher publisher;
    private final OutboxMetrics metrics;
    private final InstantSource clock;
    private final DueWork sweeper;
    private final PublishedMarks marks;

    /** What an outbox works with. */
    record Parts(EventPublisher publisher, OutboxMetrics metrics, EventArchive archive) {

        Parts archivedBy(EventArchive other) {
            return new Parts(publisher, metrics, other);
        }
    }

    /** @param beforeSweep what a sweeper does before it publishes for a writer that did not; false if nothing is left to do */
    Outbox(
            MongoTemplate mongo,
            String collection,
            Parts parts,
            DueWork.Environment environment,
            Predicate<Document> beforeSweep) {
        this.mongo = mongo;
        this.collection = collection;
        this.publisher = parts.publisher();
        this.metrics = parts.metrics();
        this.clock = environment.clock();
        this.marks = new PublishedMarks(mongo, collection, parts.archive());
        this.sweeper = new DueWork(
                mongo,
                new DueIndex(collection, PendingEvents.DUE),
                due -> sweep(due, beforeSweep),
                DueWorkSettings.leased(SWEEP_LEASE),
                environment);
    }

    /** Adds events to a document that is about to be inserted. */
    void addTo(Document document, List<EncodedEvent> events) {
        if (!events.isEmpty()) {
            Instant now = clock.instant();
            document.append(PendingEvents.PENDING, PendingEvents.toBson(events))
                    .append(PendingEvents.DUE, Date.from(now.plus(GRACE)))
                    .append(PendingEvents.SINCE, Date.from(now));
        }
    }

    /** Adds events to an update that is about to be made. */
    void addToChange(Document change, List<EncodedEvent> events) {
        if (!events.isEmpty()) {
            Instant now = clock.instant();
            change.get("$set", Document.class).append(PendingEvents.DUE, Date.from(now.plus(GRACE)));
            change.append(
                    "$push", new Document(PendingEvents.PENDING, new Document("$each", PendingEvents.toBson(events))));
            change.append("$min", new Document(PendingEvents.SINCE, Date.from(now)));
        }
    }

    /**
     * The fast path, after the majority acknowledgement of the write that left {@code written}. While the last send
     * failed only the sweeper publishes.
     */
    void publishSoon(Document written) {
        if (PendingEvents.in(written).isEmpty() || publisher.lastSendFailed()) {
            return;
        }
        CountDownLatch published = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                publish(written, Path.FAST);
            } finally {
                published.countDown();
            }
        });
        await(published);
    }

    void start() {
        mongo.getDb()
                .withTimeout(DueIndex.CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(collection)
                .createIndex(Indexes.ascending(PendingEvents.SINCE), PublishedMarks.SPARSE);
        marks.start();
        sweeper.start();
    }

    void stop() {
        sweeper.stop();
        marks.stop();
    }

    boolean isRunning() {
        return sweeper.isRunning();
    }

    private void sweep(Document due, Predicate<Document> beforeSweep) {
        if (beforeSweep.test(due)) {
            publish(due, Path.SWEEP);
        }
    }

    private void publish(Document document, Path path) {
        Object id = requireNonNull(document.get("_id"));
        Relay relay = new Relay(event -> publish(event, path), marks::add);
        try {
            relay.tell(
                    id,
                    PendingEvents.in(document).stream()
                            .filter(marks::isToBeTold)
                            .toList());
        } catch (PublishFailedException e) {
            LOG.atWarn()
                    .addKeyValue("collection", collection)
                    .addKeyValue("id", id)
                    .log("{}; a sweeper will publish it: {}", e.getMessage(), String.valueOf(e.getCause()));
        }
    }

    private void publish(EncodedEvent event, Path path) {
        publisher.publish(event);
        metrics.published(event.time(), clock.instant(), path);
    }

    private static void await(CountDownLatch published) {
        try {
            if (!published.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The answer does not wait for the broker any longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
