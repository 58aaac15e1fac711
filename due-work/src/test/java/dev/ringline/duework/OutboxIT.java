package dev.ringline.duework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.duework.DueWorkApplication.Running;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@Running
class OutboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MongoTemplate mongo;

    @AutoClose
    Replicas replicas;

    private final String id = UUID.randomUUID().toString();
    private final TestBroker broker = new TestBroker();

    @BeforeEach
    void beginWithNothing() {
        replicas = new Replicas(mongo, broker);
    }

    @Test
    void publishesTheEventsOfAWriteInOrder() {
        // Given
        DocumentStore<Thing> store = replicas.store();

        // When
        store.insert(Thing.fresh(id), Told.events(id, 1, 2, 3));

        // Then
        awaitSequences(1, 2, 3);
    }

    @Test
    void forgetsEventsOnceTheyAreAcknowledged() {
        // Given
        DocumentStore<Thing> store = replicas.startedStore();

        // When
        store.insert(Thing.fresh(id), Told.events(id, 1, 2));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(replicas.stored(id)).isEqualTo(new Document("_id", id).append("version", 1L)));
        assertThat(broker.sequences()).containsExactly(1L, 2L);
    }

    @Test
    void publishesBeforeItsOwnEventWhatAnotherProcessLeftBehind() {
        // Given
        Thing thing = leftBehindByACrash(1);

        // When
        replicas.store().compareAndSet(thing.next(), 1, Told.events(id, 2));

        // Then
        awaitSequences(1, 2);
    }

    @Test
    void publishesNothingBehindAFailure() {
        // Given
        broker.refuse(sequence -> sequence == 2);
        DocumentStore<Thing> store = replicas.store();

        // When
        store.insert(Thing.fresh(id), Told.events(id, 1, 2, 3));

        // Then
        awaitSequences(1);
        assertThat(broker.sequences()).containsExactly(1L);
    }

    @Test
    void leavesPublishingToTheSweeperAfterAFailure() {
        // Given
        DocumentStore<Thing> store = replicas.store();
        broker.refuse(_ -> true);
        Thing thing = store.insert(Thing.fresh(id), Told.events(id, 1));
        broker.refuse(_ -> false);

        // When
        store.compareAndSet(thing.next(), 1, Told.events(id, 2));

        // Then
        assertThat(broker.sequences()).isEmpty();
        replicas.startedStore();
        awaitSequences(1, 2);
    }

    @Test
    void publishesByItselfAgainOnceASweepSucceeded() {
        // Given
        DocumentStore<Thing> store = replicas.startedStore();
        broker.refuse(_ -> true);
        Thing thing = store.insert(Thing.fresh(id), Told.events(id, 1));
        broker.refuse(_ -> false);
        awaitSequences(1);

        // When
        store.compareAndSet(thing.next(), 1, Told.events(id, 2));

        // Then
        awaitSequences(1, 2);
    }

    @Test
    void tellsNothingAgainThatOnlyTheMarkLacks() {
        // Given
        DocumentStore<Thing> store = replicas.startedStore();
        Thing thing = store.insert(Thing.fresh(id), Told.events(id, 1));

        // When
        store.compareAndSet(thing.next(), 1, Told.events(id, 2));

        // Then
        await().atMost(PATIENCE).until(() -> !replicas.stored(id).containsKey("pending"));
        assertThat(broker.sequences()).containsExactly(1L, 2L);
    }

    @Test
    void publishesWhatACrashedProcessLeftBehind() {
        // Given
        leftBehindByACrash(1, 2);

        // When
        replicas.startedStore();

        // Then
        awaitSequences(1, 2);
        await().atMost(PATIENCE).until(() -> !replicas.stored(id).containsKey("pending"));
    }

    @Test
    void doesWhatTheDeadWriterLeftUndoneBeforeItPublishes() {
        // Given
        leftBehindByACrash(1);
        List<List<Long>> publishedBefore = new ArrayList<>();

        // When
        replicas.startedStore(_ -> publishedBefore.add(broker.sequences()));

        // Then
        awaitSequences(1);
        assertThat(publishedBefore).containsExactly(List.of());
    }

    @Test
    void keepsAnEventUntilItIsAcknowledged() {
        // Given
        DocumentStore<Thing> store = replicas.startedStore();
        broker.fallSilent();

        // When
        store.insert(Thing.fresh(id), Told.events(id, 1));

        // Then
        await().atMost(PATIENCE).until(() -> broker.sequences().contains(1L));
        assertThat(pending()).hasSize(1);
        broker.acknowledgeAll();
        await().atMost(PATIENCE).until(() -> !replicas.stored(id).containsKey("pending"));
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.SECONDS)
    void doesNotHoldUpTheWriterWhenTheBrokerFallsSilent() {
        // Given
        DocumentStore<Thing> store = replicas.store();
        broker.fallSilent();

        // When
        Thing stored = store.insert(Thing.fresh(id), Told.events(id, 1));

        // Then
        assertThat(store.find(id)).contains(stored);
    }

    @Test
    void storesNoEventsWhenSomebodyElseWasFirst() {
        // Given
        DocumentStore<Thing> store = replicas.store();
        Thing thing = store.insert(Thing.fresh(id), List.of());
        store.compareAndSet(thing.next(), 1, Told.events(id, 1));
        awaitSequences(1);

        // When
        boolean written = store.compareAndSet(thing.next(), 1, Told.events(id, 2));

        // Then
        assertThat(written).isFalse();
        assertThat(pending()).hasSize(1);
        assertThat(broker.sequences()).containsExactly(1L);
    }

    @Test
    void staysDueForAnEventThatWasAddedWhileOthersWerePublished() {
        // Given
        Thing thing = leftBehindByACrash(1);
        List<EncodedEvent> first = PendingEvents.in(replicas.stored(id));
        broker.refuse(_ -> true);
        replicas.store().compareAndSet(thing.next(), 1, Told.events(id, 2));
        PublishedMarks marks = new PublishedMarks(mongo, "things", EventArchive.NONE);

        // When
        marks.add(id, first);
        marks.stop();

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pending())
                        .extracting(event -> event.getLong("sequence"))
                        .containsExactly(2L));
        assertThat(replicas.stored(id)).containsKeys("pendingDue", "pendingSince");
    }

    @Test
    void isNoLongerDueWhenNothingIsPending() {
        // Given
        leftBehindByACrash(1);
        List<EncodedEvent> only = PendingEvents.in(replicas.stored(id));
        PublishedMarks marks = new PublishedMarks(mongo, "things", EventArchive.NONE);

        // When
        marks.add(id, only);
        marks.stop();

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(replicas.stored(id)).doesNotContainKeys("pending", "pendingDue", "pendingSince"));
    }

    @Test
    void keepsAnEventPendingUntilTheArchiveHasIt() {
        // Given
        leftBehindByACrash(1);
        List<EncodedEvent> only = PendingEvents.in(replicas.stored(id));
        PublishedMarks marks = new PublishedMarks(mongo, "things", _ -> {
            throw new IllegalStateException("The archive is full");
        });

        // When
        marks.add(id, only);
        marks.stop();

        // Then
        assertThat(pending()).hasSize(1);
        assertThat(replicas.stored(id)).containsKeys("pendingDue", "pendingSince");
    }

    @Test
    void archivesWhatWasToldBeforeItIsForgotten() {
        // Given
        leftBehindByACrash(1);
        List<EncodedEvent> only = PendingEvents.in(replicas.stored(id));
        List<EncodedEvent> archived = new ArrayList<>();
        PublishedMarks marks = new PublishedMarks(mongo, "things", archived::addAll);

        // When
        marks.add(id, only);
        marks.stop();

        // Then
        assertThat(archived)
                .extracting(EncodedEvent::id)
                .containsExactly(only.getFirst().id());
        await().atMost(PATIENCE).until(() -> !replicas.stored(id).containsKey("pending"));
    }

    @Test
    void remembersSinceWhenTheOldestEventWaits() {
        // Given
        Thing thing = leftBehindByACrash(1);
        Date since = replicas.stored(id).getDate("pendingSince");
        broker.refuse(_ -> true);
        replicas.store().compareAndSet(thing.next(), 1, Told.events(id, 2));
        Date due = replicas.stored(id).getDate("pendingDue");

        // When
        replicas.startedStore();

        // Then
        await().atMost(PATIENCE)
                .until(() -> replicas.stored(id).getDate("pendingDue").after(due));
        assertThat(replicas.stored(id).getDate("pendingSince")).isEqualTo(since);
    }

    @RepeatedTest(3)
    void keepsTheOrderWhileManyWriteAndTheBrokerFailsNowAndThen() {
        // Given
        int writes = 40;
        broker.refuse(_ -> ThreadLocalRandom.current().nextInt(10) == 0);
        replicas.store().insert(Thing.fresh(id), Told.events(id, 1));

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int replica = 0; replica < 4; replica++) {
                DocumentStore<Thing> store = replicas.startedStore();
                threads.execute(() -> writeUntil(store, writes));
            }
        }

        // Then
        broker.refuse(_ -> false);
        await().atMost(PATIENCE).until(() -> !replicas.stored(id).containsKey("pending"));
        assertThat(broker.sequences().stream().distinct())
                .isEqualTo(LongStream.rangeClosed(1, writes).boxed().toList());
    }

    /** Stored by a process that died before it could publish. */
    private Thing leftBehindByACrash(long... sequences) {
        broker.refuse(_ -> true);
        Thing thing = replicas.store().insert(Thing.fresh(id), Told.events(id, sequences));
        broker.refuse(_ -> false);
        return thing;
    }

    private void writeUntil(DocumentStore<Thing> store, long last) {
        Thing now = store.find(id).orElseThrow();
        while (now.version() < last) {
            store.compareAndSet(now.next(), now.version(), Told.events(id, now.version() + 1));
            now = store.find(id).orElseThrow();
        }
    }

    private List<Document> pending() {
        return replicas.stored(id).getList("pending", Document.class);
    }

    private void awaitSequences(long... sequences) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.sequences())
                        .isEqualTo(LongStream.of(sequences).boxed().toList()));
    }
}
