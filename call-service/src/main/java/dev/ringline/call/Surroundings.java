package dev.ringline.call;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * What carrying out commands needs besides the calls.
 *
 * @param pause waits before the attempt after the given one
 */
record Surroundings(CallObserver observer, InstantSource clock, IntConsumer pause) {

    static Surroundings of(CallObserver observer, InstantSource clock) {
        return new Surroundings(observer, clock, Surroundings::pause);
    }

    /** A few milliseconds, more the longer it takes, never the same for two rivals. */
    private static void pause(int attempt) {
        long most = TimeUnit.MILLISECONDS.toNanos(Math.min(4L * attempt, 40));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
