package dev.ringline.duework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.duework.DueWorkApplication.Running;
import dev.ringline.messaging.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@Running
class DueWorkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DueWorkSettings LEASED = DueWorkSettings.leased(Duration.ofMinutes(1));

    @Autowired
    MongoTemplate mongo;

    private final String id = UUID.randomUUID().toString();
    private final List<Thing> handled = new CopyOnWriteArrayList<>();
    private final List<DueWork> started = new ArrayList<>();
    private DocumentStore<Thing> store;

    @BeforeEach
    void makeStore() {
        store = new Replicas(mongo, new TestBroker()).store();
    }

    @AfterEach
    void stop() {
        started.forEach(DueWork::stop);
    }

    @Test
    void doesArmedWorkWithoutTheSweeper() {
        // Given
        DueWork work = start(store.dueWork("due", this::finish, DueWorkSettings.unleased(), _ -> {
            throw new IllegalStateException("no sweeps");
        }));
        Instant due = now().plusMillis(20);
        insertDue(id, due);

        // When
        work.arm(id, due);

        // Then
        await().atMost(PATIENCE).until(() -> ids().contains(id));
    }

    @Test
    void doesAtOnceWhatItsWriterHasAtHand() {
        // Given
        DueWork work = start(_ -> handled.add(Thing.fresh("read again")), DueWorkSettings.unleased());
        Thing thing = Thing.fresh(id);

        // When
        work.run(id, () -> handled.add(thing));

        // Then
        await().atMost(PATIENCE).until(() -> handled.equals(List.of(thing)));
    }

    @Test
    void findsDueWhatFailedAtOnce() {
        // Given
        DueWork work = start(this::finish, DueWorkSettings.unleased());

        // When
        work.run(id, () -> {
            insertDue(id, now());
            throw new IllegalStateException("not yet");
        });

        // Then
        await().atMost(PATIENCE).until(() -> ids().equals(List.of(id)));
    }

    @Test
    void sweepsUpWhatNobodyArmed() {
        // Given
        start(this::finish, DueWorkSettings.unleased());

        // When
        insertDue(id, now().plusMillis(20));

        // Then
        await().atMost(PATIENCE).until(() -> ids().equals(List.of(id)));
    }

    @Test
    void doesNothingBeforeItsTime() {
        // Given
        DueWork work = start(this::finish, DueWorkSettings.unleased());
        Instant tomorrow = now().plus(Duration.ofDays(1));
        insertDue(id, tomorrow);
        work.arm(id, now());

        // When
        insertDue("due now", now());

        // Then
        await().atMost(PATIENCE).until(() -> ids().contains("due now"));
        assertThat(ids()).doesNotContain(id);
    }

    @Test
    void handsOutTheDocumentAsItWasBeforeTheLease() {
        // Given
        Instant due = now();
        Thing thing = insertDue(id, due);

        // When
        start(handled::add, LEASED);

        // Then
        await().atMost(PATIENCE).until(() -> handled.equals(List.of(thing)));
        assertThat(store.find(id).orElseThrow().due()).isAfter(due);
    }

    @Test
    void letsOneReplicaHaveTheWorkDuringItsLease() {
        // Given
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "work " + i).toList();
        ids.forEach(each -> insertDue(each, now()));

        // When
        IntStream.range(0, 3).forEach(_ -> start(handled::add, LEASED));

        // Then
        await().atMost(PATIENCE).until(() -> handled.size() >= ids.size());
        insertDue("marker", now());
        await().atMost(PATIENCE).until(() -> ids().contains("marker"));
        assertThat(ids()).doesNotHaveDuplicates().containsAll(ids);
    }

    @Test
    void givesTheWorkToAnotherReplicaWhenTheLeaseEnds() {
        // Given
        DueWorkSettings brief = DueWorkSettings.leased(Duration.ofMillis(300));
        insertDue(id, now());
        DueWork first = start(_ -> handled.add(Thing.fresh("died")), brief);
        await().atMost(PATIENCE).until(() -> !handled.isEmpty());
        first.stop();

        // When
        start(this::finish, brief);

        // Then
        await().atMost(PATIENCE).until(() -> ids().contains(id));
    }

    @Test
    void leavesDueWhatFailed() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        insertDue(id, now());

        // When
        start(
                thing -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    finish(thing);
                },
                DueWorkSettings.unleased());

        // Then
        await().atMost(PATIENCE).until(() -> ids().equals(List.of(id)));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesWorkAtBothEndsOfABacklogThatFails() {
        // Given
        IntStream.range(0, 3).forEach(i -> insertDue("broken " + i, Instant.EPOCH.plusSeconds(i)));
        insertDue(id, now().minusSeconds(1));
        insertDue("older", Instant.EPOCH.minusSeconds(1));

        // When
        start(this::finishUnlessBroken, new DueWorkSettings(Duration.ZERO, 2, 4));

        // Then
        await().atMost(PATIENCE).until(() -> ids().containsAll(List.of(id, "older")));
    }

    @Test
    void sweepsAgainSoonAfterAFullBatch() {
        // Given
        AtomicInteger idleSweeps = new AtomicInteger();
        AtomicInteger busySweeps = new AtomicInteger();
        IntStream.range(0, 40).forEach(i -> insertDue("work " + i, now()));
        DueWorkSettings two = new DueWorkSettings(Duration.ZERO, 2, 4);
        start(store.dueWork("nothing", _ -> {}, two, _ -> idleSweeps.incrementAndGet()));

        // When
        start(store.dueWork("due", this::finish, two, _ -> busySweeps.incrementAndGet()));

        // Then
        await().atMost(PATIENCE).until(() -> handled.size() == 40);
        assertThat(busySweeps.get()).isGreaterThan(2 * idleSweeps.get());
    }

    @Test
    void doesAfterARestartWhatFellDueMeanwhile() {
        // Given
        DueWork before = start(handled::add, DueWorkSettings.unleased());
        Instant due = now().plusMillis(300);
        insertDue(id, due);
        before.arm(id, due);
        before.stop();

        // When
        start(this::finish, DueWorkSettings.unleased());

        // Then
        await().atMost(PATIENCE).until(() -> ids().equals(List.of(id)));
    }

    @Test
    void takesNoWorkOnceItHasStopped() {
        // Given
        DueWork stopped = start(_ -> handled.add(Thing.fresh("by the stopped one")), DueWorkSettings.unleased());
        stopped.stop();
        insertDue(id, now());
        stopped.arm(id, now());

        // When
        start(this::finish, DueWorkSettings.unleased());

        // Then
        await().atMost(PATIENCE).until(() -> !handled.isEmpty());
        assertThat(ids()).containsExactly(id);
        assertThat(stopped.isRunning()).isFalse();
    }

    @Test
    void runsNoMoreHandlersAtOnceThanAllowed() {
        // Given
        AtomicInteger running = new AtomicInteger();
        ConcurrentLinkedQueue<Integer> most = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 20).forEach(i -> insertDue("work " + i, now()));

        // When
        start(
                thing -> {
                    most.add(running.incrementAndGet());
                    finish(thing);
                    running.decrementAndGet();
                },
                new DueWorkSettings(Duration.ZERO, 100, 2));

        // Then
        await().atMost(PATIENCE).until(() -> handled.size() == 20);
        assertThat(most).allMatch(count -> count <= 2);
    }

    @Test
    void keepsAnIndexOfNothingButWhatIsDue() {
        // Given
        start(this::finish, DueWorkSettings.unleased());

        // When
        List<Document> indexes = mongo.getCollection("things").listIndexes().into(new ArrayList<>());

        // Then
        assertThat(indexes)
                .filteredOn(index -> "due-due".equals(index.getString("name")))
                .singleElement()
                .satisfies(index -> assertThat(index.get("partialFilterExpression"))
                        .isEqualTo(new Document("due", new Document("$exists", true))));
    }

    private DueWork start(Consumer<Thing> handler, DueWorkSettings settings) {
        return start(store.dueWork("due", handler, settings));
    }

    private DueWork start(DueWork work) {
        work.start();
        started.add(work);
        return work;
    }

    private void finishUnlessBroken(Thing thing) {
        if (thing.id().startsWith("broken")) {
            throw new IllegalStateException("stays due");
        }
        finish(thing);
    }

    /** Decided by compare-and-set: of two replicas one records it. */
    private void finish(Thing thing) {
        if (store.compareAndSet(thing.next().due(null), thing.version(), List.of())) {
            handled.add(thing);
        }
    }

    private Thing insertDue(String name, Instant due) {
        return store.insert(Thing.fresh(name).due(due), List.of());
    }

    private List<String> ids() {
        return handled.stream().map(Thing::id).toList();
    }

    private static Instant now() {
        return Replicas.CLOCK.instant();
    }
}
