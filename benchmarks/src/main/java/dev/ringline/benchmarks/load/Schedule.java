package dev.ringline.benchmarks.load;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * When each request of an open-model load is to begin. The times are fixed beforehand, so that a slow answer delays no
 * later request: users do not wait for one another.
 */
public final class Schedule {

    private final long[] offsets;

    private Schedule(long[] offsets) {
        this.offsets = offsets;
    }

    /**
     * Independent arrivals, as many users make them: exponentially distributed gaps.
     *
     * @param perSecond how many in a second on average
     */
    public static Schedule poisson(double perSecond, Duration length, long seed) {
        if (perSecond <= 0) {
            throw new IllegalArgumentException("perSecond: %s (expected: more than 0)".formatted(perSecond));
        }
        Random random = new Random(seed);
        LongStream.Builder times = LongStream.builder();
        for (double at = gap(random, perSecond); at < length.toNanos(); at += gap(random, perSecond)) {
            times.add((long) at);
        }
        return new Schedule(times.build().toArray());
    }

    public int size() {
        return offsets.length;
    }

    /** Nanoseconds from the load's beginning to the request's. */
    public long offset(int number) {
        return offsets[number];
    }

    private static double gap(Random random, double perSecond) {
        return -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
    }
}
