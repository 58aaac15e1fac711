package dev.ringline.local.machine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something outside this JVM has come about, which sends no signal of its own. */
public final class Condition {

    private static final Duration OFTEN = Duration.ofMillis(20);

    private Condition() {}

    /** Whether {@code condition} became true within {@code limit}; an interrupt ends the wait early. */
    public static boolean within(Duration limit, BooleanSupplier condition) {
        return within(limit, OFTEN, condition);
    }

    /** The same for a condition that costs something to look at. */
    public static boolean within(Duration limit, Duration every, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(every.toNanos());
        }
        return true;
    }
}
