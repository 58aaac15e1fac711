package dev.ringline.duework;

import dev.ringline.duework.due.DueDocuments;
import dev.ringline.duework.due.DueIndex;
import dev.ringline.messaging.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Work that falls due on documents. The replica that stored a due time {@linkplain #arm arms} a timer for it; behind it
 * every replica sweeps the due index, so that the work is done even if that replica is gone.
 */
public final class DueWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final Duration SWEEP_INTERVAL = Duration.ofMillis(500);
    private static final Duration FULL_BATCH_PAUSE = Duration.ofMillis(50);
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(5);

    private final MongoTemplate mongo;
    private final DueIndex index;
    private final DueDocuments documents;
    private final Consumer<Document> handler;
    private final DueWorkSettings settings;
    private final InstantSource clock;
    private final Traces traces;
    private final SweepObserver sweeps;
    private final Timer lateness;
    private final Counter swept;
    private final Counter failed;
    private final Semaphore slots;
    private final Set<Object> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean again = new AtomicBoolean();
    private @Nullable ScheduledExecutorService timers;
    private @Nullable ExecutorService workers;

    DueWork(
            MongoTemplate mongo,
            DueIndex index,
            Consumer<Document> handler,
            DueWorkSettings settings,
            Environment environment) {
        this.mongo = mongo;
        this.index = index;
        this.handler = handler;
        this.settings = settings;
        this.documents = new DueDocuments(mongo, index, environment.clock());
        this.clock = environment.clock();
        this.traces = environment.traces();
        this.sweeps = environment.sweeps();
        this.slots = new Semaphore(settings.concurrency());
        this.lateness = Timer.builder("ringline.timer.lateness")
                .description("How long after its due time work began")
                .tag("work", index.toString())
                .serviceLevelObjectives(Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofSeconds(2))
                .register(environment.metrics());
        this.swept = Counter.builder("ringline.due_work.swept")
                .description("Documents that sweeps found due")
                .tag("work", index.toString())
                .register(environment.metrics());
        this.failed = Counter.builder("ringline.due_work.failed")
                .description("Work that failed and stayed due")
                .tag("work", index.toString())
                .register(environment.metrics());
    }

    /** What due work shares within a service. */
    record Environment(InstantSource clock, MeterRegistry metrics, Traces traces, SweepObserver sweeps) {

        Environment(InstantSource clock, MeterRegistry metrics, Traces traces) {
            this(clock, metrics, traces, SweepObserver.NOBODY);
        }

        Environment observedBy(SweepObserver observer) {
            return new Environment(clock, metrics, traces, observer);
        }
    }

    /** The fast path: runs the work of one document at its due time in this process. */
    public void arm(Object id, Instant due) {
        ScheduledExecutorService executor = timers;
        if (executor == null) {
            return; // the sweeper has it
        }
        long delay = Math.max(0, Duration.between(clock.instant(), due).toMillis());
        try {
            var _ = executor.schedule(() -> submit(id), delay, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: another replica's sweeper has {}", id, e);
        }
    }

    /**
     * The fastest path: runs the work of one document in this process, now, for a writer that has the document at hand and
     * need not read it again. If the work fails, the document is still due.
     *
     * @param work leaves alone what somebody else wrote meanwhile
     */
    public void run(Object id, Runnable work) {
        String trace = traces.current();
        submit(id, () -> traces.takeUp(trace, index.toString(), work));
    }

    @Override
    public synchronized void start() {
        index.create(mongo.getDb());
        workers = Executors.newVirtualThreadPerTaskExecutor();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("due-" + index.field()).daemon().factory());
        long offset = ThreadLocalRandom.current().nextLong(SWEEP_INTERVAL.toMillis());
        var _ = executor.scheduleWithFixedDelay(this::sweep, offset, SWEEP_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        timers = executor;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService stoppedTimers = timers;
        ExecutorService stoppedWorkers = workers;
        timers = null;
        workers = null;
        if (stoppedTimers != null) {
            stoppedTimers.shutdownNow();
        }
        if (stoppedWorkers != null) {
            finish(stoppedWorkers);
        }
    }

    @Override
    public boolean isRunning() {
        return timers != null;
    }

    private void sweep() {
        if (running.size() >= settings.batch()) {
            sweepAgainSoon(); // what was handed out before comes first
            return;
        }
        try {
            Map<Object, Date> due = documents.due(settings.batch());
            swept.increment(due.size());
            sweeps.swept(due.size());
            handOut(due);
            if (due.size() >= settings.batch()) {
                sweepAgainSoon();
            }
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("work", index).setCause(e).log("A sweep failed and will be repeated");
        }
    }

    private void handOut(Map<Object, Date> due) {
        if (settings.lease().isZero()) {
            due.keySet().forEach(this::submit);
        } else {
            due.keySet().removeAll(running);
            documents.claim(due, settings.lease()).forEach((id, claimed) -> submit(id, () -> handle(claimed)));
        }
    }

    /** More is due than one sweep takes. */
    private void sweepAgainSoon() {
        ScheduledExecutorService executor = timers;
        if (executor != null && again.compareAndSet(false, true)) {
            var _ = executor.schedule(this::sweepAgain, FULL_BATCH_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweepAgain() {
        again.set(false);
        sweep();
    }

    private void submit(Object id) {
        submit(id, () -> take(id));
    }

    private void submit(Object id, Runnable work) {
        ExecutorService executor = workers;
        if (executor == null || !running.add(id)) {
            return;
        }
        try {
            executor.execute(() -> runOne(id, work));
        } catch (RejectedExecutionException e) {
            running.remove(id);
        }
    }

    private void runOne(Object id, Runnable work) {
        try {
            slots.acquire();
            try {
                work.run();
            } finally {
                slots.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed.increment();
            LOG.atWarn()
                    .addKeyValue("work", index)
                    .addKeyValue("id", id)
                    .setCause(e)
                    .log("Due work failed and stays due");
        } finally {
            running.remove(id);
        }
    }

    private void take(Object id) {
        Optional<Document> due = settings.lease().isZero() ? documents.look(id) : documents.claim(id, settings.lease());
        due.ifPresent(this::handle);
    }

    private void handle(Document due) {
        lateness.record(Duration.between(due.getDate(index.field()).toInstant(), clock.instant()));
        traces.takeUp(due.getString(DocumentStore.TRACE), index.toString(), () -> handler.accept(due));
    }

    private static void finish(ExecutorService workers) {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SHUTDOWN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
