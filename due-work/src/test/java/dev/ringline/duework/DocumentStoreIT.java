package dev.ringline.duework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import dev.ringline.duework.DocumentStore.Fresh;
import dev.ringline.duework.DueWorkApplication.Running;
import dev.ringline.messaging.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

@Running
class DocumentStoreIT {

    private static final int RACERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MongoTemplate mongo;

    private final String id = UUID.randomUUID().toString();
    private final TestBroker broker = new TestBroker();
    private Replicas replicas;
    private DocumentStore<Thing> store;

    @BeforeEach
    void makeStore() {
        replicas = new Replicas(mongo, broker);
        store = replicas.store();
    }

    @Test
    void findsWhatItStored() {
        // Given
        Thing thing = Thing.fresh(id).noting("a").due(Instant.parse("2026-11-22T12:00:00.123Z"));

        // When
        store.insert(thing, List.of());

        // Then
        assertThat(store.find(id)).contains(thing);
        assertThat(store.find("another")).isEmpty();
    }

    @Test
    void storesADocumentOnce() {
        // Given
        store.insert(Thing.fresh(id).noting("first"), List.of());

        // When, Then
        assertThatThrownBy(() -> store.insert(Thing.fresh(id).noting("second"), List.of()))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(store.find(id)).contains(Thing.fresh(id).noting("first"));
    }

    @Test
    void storesThoseOfManyThatAreNewAndTellsOfThem() {
        // Given
        store.insert(Thing.fresh(id).noting("first"), List.of());
        Thing one = Thing.fresh(id + "-1");
        Thing other = Thing.fresh(id + "-2");

        // When
        List<Thing> stored = store.insertAll(List.of(
                new Fresh<>(one, Told.events(one.id(), 1)),
                new Fresh<>(Thing.fresh(id).noting("second"), Told.events(id, 2)),
                new Fresh<>(other, Told.events(other.id(), 3))));

        // Then
        assertThat(stored).containsExactly(one, other);
        assertThat(store.find(id)).contains(Thing.fresh(id).noting("first"));
        assertThat(store.find(other.id())).contains(other);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.sequences()).containsExactlyInAnyOrder(1L, 3L));
    }

    @Test
    void replacesThoseOfManyThatNobodyWroteMeanwhile() {
        // Given
        Thing one = store.insert(Thing.fresh(id + "-1"), List.of());
        Thing other = store.insert(Thing.fresh(id + "-2"), List.of());
        boolean alone = store.replaceAll(
                List.of(one.next().noting("first"), other.next().noting("first")));

        // When
        boolean late = store.replaceAll(
                List.of(one.next().noting("second"), other.next().next().noting("second")));

        // Then
        assertThat(alone).isTrue();
        assertThat(late).isFalse();
        assertThat(store.find(one.id())).contains(one.next().noting("first"));
        assertThat(store.find(other.id())).contains(other.next().next().noting("second"));
    }

    @RepeatedTest(5)
    void letsOneOfManyWritersOfTheSameVersionWin() throws Exception {
        // Given
        Thing thing = store.insert(Thing.fresh(id), List.of());
        List<Callable<Boolean>> writers = Stream.iterate(0, i -> i + 1)
                .limit(RACERS)
                .<Callable<Boolean>>map(i ->
                        () -> replicas.store().compareAndSet(thing.next().noting("writer " + i), 1, List.of()))
                .toList();

        // When
        List<Boolean> won;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            won = threads.invokeAll(writers).stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(won).containsOnlyOnce(true);
        assertThat(store.find(id).map(Thing::note)).contains("writer " + won.indexOf(true));
    }

    @Test
    void letsOneOfManyInsertersWin() throws Exception {
        // Given
        List<Callable<Boolean>> writers = Stream.iterate(0, i -> i + 1)
                .limit(RACERS)
                .<Callable<Boolean>>map(i -> () -> inserts(Thing.fresh(id).noting("writer " + i)))
                .toList();

        // When
        List<Boolean> won;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            won = threads.invokeAll(writers).stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(won).containsOnlyOnce(true);
        assertThat(store.find(id).map(Thing::note)).contains("writer " + won.indexOf(true));
    }

    @Test
    void refusesToWriteOverAVersionThatItHasNotSeen() {
        // Given
        Thing thing = store.insert(Thing.fresh(id), List.of());
        store.compareAndSet(thing.next().noting("first"), 1, List.of());

        // When
        boolean written = store.compareAndSet(thing.next().noting("second"), 1, List.of());

        // Then
        assertThat(written).isFalse();
        assertThat(store.find(id)).contains(thing.next().noting("first"));
    }

    @Test
    void doesNotMakeADocumentByComparing() {
        // Given
        Thing never = Thing.fresh(id).next();

        // When
        boolean written = store.compareAndSet(never, 1, List.of());

        // Then
        assertThat(written).isFalse();
        assertThat(store.find(id)).isEqualTo(Optional.empty());
    }

    @Test
    void wantsVersionsWithoutGaps() {
        // Given
        Thing thing = store.insert(Thing.fresh(id), List.of());

        // When, Then
        assertThatThrownBy(() -> store.compareAndSet(thing, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version: 1 (expected: 2)");
    }

    @Test
    void removesAFieldThatBecameNull() {
        // Given
        Thing thing = store.insert(Thing.fresh(id).noting("a").due(Instant.EPOCH), List.of());

        // When
        store.compareAndSet(thing.next().noting(null).due(null), 1, List.of());

        // Then
        assertThat(replicas.stored(id)).isEqualTo(new Document("_id", id).append("version", 2L));
    }

    @Test
    void leavesAloneWhatItDoesNotName() {
        // Given
        Thing thing = store.insert(Thing.fresh(id), List.of());
        mongo.getCollection("things")
                .updateOne(new Document("_id", id), new Document("$set", new Document("later", "release")));

        // When
        store.compareAndSet(thing.next().noting("a"), 1, List.of());

        // Then
        assertThat(replicas.stored(id)).containsEntry("later", "release").containsEntry("note", "a");
    }

    @Test
    void writesForAMajorityAndIntoTheJournal() {
        // Given
        WriteConcern durable = WriteConcern.MAJORITY.withJournal(true);

        // When
        WriteConcern used = mongo.getDb().getWriteConcern();

        // Then
        assertThat(used).isEqualTo(durable);
        assertThat(mongo.getDb().getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
    }

    private boolean inserts(Thing thing) {
        try {
            replicas.store().insert(thing, List.of());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
