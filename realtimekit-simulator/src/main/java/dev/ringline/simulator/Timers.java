package dev.ringline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs things at a time of the simulator's clock: when that time comes by itself, or at once when a test skips to it.
 * Safe for use by several threads.
 */
public final class Timers implements AutoCloseable {

    private record Timer(Instant due, long number, Runnable task) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            int byTime = due.compareTo(other.due);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private final SimulatorClock clock;
    private final PriorityQueue<Timer> waiting = new PriorityQueue<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("timers").factory());
    private long number;

    public Timers(SimulatorClock clock) {
        this.clock = clock;
    }

    /** Runs {@code task} at {@code due}, on a thread that is not to be held up. */
    public void at(Instant due, Runnable task) {
        synchronized (waiting) {
            waiting.add(new Timer(due, number++, task));
        }
        long millis = Math.max(0, Duration.between(clock.instant(), due).toMillis());
        ScheduledFuture<?> unused = executor.schedule(this::runDue, millis + 1, TimeUnit.MILLISECONDS);
    }

    /** Skips {@code time} and runs what has become due, in its order, before it returns. */
    public void advance(Duration time) {
        clock.advance(time);
        runDue();
    }

    /** Forgets everything that waits. */
    public void clear() {
        synchronized (waiting) {
            waiting.clear();
        }
    }

    private void runDue() {
        Optional<Timer> next = nextDue();
        while (next.isPresent()) {
            run(next.get());
            next = nextDue();
        }
    }

    private static void run(Timer timer) {
        try {
            timer.task().run();
        } catch (RuntimeException e) {
            LOG.error("timer failed", e);
        }
    }

    private Optional<Timer> nextDue() {
        synchronized (waiting) {
            Timer first = waiting.peek();
            return first == null || first.due().isAfter(clock.instant())
                    ? Optional.empty()
                    : Optional.of(waiting.remove());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
