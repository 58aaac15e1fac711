package dev.ringline.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on, oldest first. Safe for use by several threads. */
public final class Faults {

    private final List<Armed> armed = new ArrayList<>();

    /**
     * Switches a fault on.
     *
     * @param operation what it hits; null is every operation
     * @param times how many requests it hits; null is all until it is switched off
     */
    public synchronized Armed arm(Fault fault, @Nullable Operation operation, @Nullable Integer times) {
        Armed added = new Armed(fault, operation, times);
        armed.add(added);
        return added;
    }

    /** The fault that the next request for {@code operation} meets; it is used up by that. */
    public synchronized Optional<Armed> next(Operation operation) {
        Optional<Armed> hit = armed.stream().filter(a -> a.hits(operation)).findFirst();
        hit.ifPresent(Armed::use);
        return hit;
    }

    /** Every fault that was switched on, those that are used up included. */
    public synchronized List<Armed> all() {
        return List.copyOf(armed);
    }

    /** Switches every fault off. Answers that are being held back go out at once. */
    public synchronized void clear() {
        armed.forEach(Armed::withdraw);
        armed.clear();
    }

    /** A fault with its target and what is left of it. */
    public static final class Armed {

        private final Fault fault;
        private final @Nullable Operation operation;
        private final CountDownLatch withdrawn = new CountDownLatch(1);
        private volatile @Nullable Integer left;

        private Armed(Fault fault, @Nullable Operation operation, @Nullable Integer times) {
            this.fault = fault;
            this.operation = operation;
            this.left = times;
        }

        public Fault fault() {
            return fault;
        }

        /** Null is every operation. */
        public @Nullable Operation operation() {
            return operation;
        }

        /** How many requests it will still hit; null is all. */
        public @Nullable Integer left() {
            return left;
        }

        /** Waits until {@code delay} is over or the fault is switched off. */
        public void await(Duration delay) throws InterruptedException {
            withdrawn.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        private boolean hits(Operation asked) {
            Integer remaining = left;
            return (operation == null || operation == asked) && (remaining == null || remaining > 0);
        }

        private void use() {
            Integer remaining = left;
            left = remaining == null ? null : remaining - 1;
        }

        private void withdraw() {
            withdrawn.countDown();
        }
    }
}
