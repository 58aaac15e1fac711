package dev.ringline.benchmarks.load;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Load that comes when it comes, each request on a thread of its own, however slow the others are. */
public final class OpenLoad {

    private static final Logger LOG = LoggerFactory.getLogger(OpenLoad.class);

    private OpenLoad() {}

    /** One request, or a chain of them. */
    @FunctionalInterface
    public interface Arrival {

        /**
         * @param number counts from 0
         * @param intended when it was to begin, on the scale of {@link System#nanoTime}
         */
        void at(int number, long intended);
    }

    /**
     * Returns when every arrival is done.
     *
     * @return how many of them failed
     */
    public static long run(Schedule schedule, Arrival arrival) {
        AtomicLong failed = new AtomicLong();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < schedule.size(); number++) {
                long intended = begin + schedule.offset(number);
                waitUntil(intended);
                int current = number;
                threads.execute(() -> attempt(() -> arrival.at(current, intended), failed));
            }
        }
        return failed.get();
    }

    /** Returns at the moment or, when that has passed, at once. */
    public static void waitUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * Waits for the moment of a later step.
     *
     * @return from when the step counts: from its moment, or from now if it was not possible before
     */
    public static long waitForStep(long intended) {
        long possible = System.nanoTime();
        waitUntil(intended);
        return Math.max(intended, possible);
    }

    static void attempt(Runnable work, AtomicLong failed) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (failed.incrementAndGet() == 1) {
                LOG.warn("The first request of a load that failed", e);
            }
        }
    }
}
