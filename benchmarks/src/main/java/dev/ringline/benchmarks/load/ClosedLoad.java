package dev.ringline.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Clients that each begin again as soon as they are done: how much can be done at most. */
public final class ClosedLoad {

    private ClosedLoad() {}

    /**
     * What was done.
     *
     * @param perSecond how much of it in a second
     */
    public record Done(long count, double perSecond, long failed) {}

    /** Each of {@code clients} does {@code work} (it gets the client's number) again and again for {@code length}. */
    public static Done run(int clients, Duration length, IntConsumer work) {
        AtomicLong done = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                int current = client;
                threads.execute(() -> {
                    while (System.nanoTime() - end < 0) {
                        OpenLoad.attempt(
                                () -> {
                                    work.accept(current);
                                    done.incrementAndGet();
                                },
                                failed);
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Done(done.get(), done.get() / seconds, failed.get());
    }
}
