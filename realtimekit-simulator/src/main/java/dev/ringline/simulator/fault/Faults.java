package dev.ringline.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on, oldest first. Safe for use by several threads. */
public final class Faults {

    private final List<Armed> armed = new ArrayList<>();

    /**
     * Whom a fault hits.
     *
     * @param operation null is every operation
     * @param times how many requests it hits; null is all until it is switched off
     * @param share of the requests that fit, from 0 (none) to 1 (all); which ones follows from the seed and their order
     */
    public record Aim(
            @Nullable Operation operation, @Nullable Integer times, double share, long seed) {

        public static Aim at(@Nullable Operation operation, @Nullable Integer times) {
            return new Aim(operation, times, 1, 1);
        }
    }

    /** Switches a fault on. */
    public synchronized Armed arm(Fault fault, Aim aim) {
        Armed added = new Armed(fault, aim);
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
        private final Aim aim;
        private final SplittableRandom random;
        private final CountDownLatch withdrawn = new CountDownLatch(1);
        private volatile @Nullable Integer left;

        private Armed(Fault fault, Aim aim) {
            this.fault = fault;
            this.aim = aim;
            this.random = new SplittableRandom(aim.seed());
            this.left = aim.times();
        }

        public Fault fault() {
            return fault;
        }

        public Aim aim() {
            return aim;
        }

        /** How many requests it will still hit; null is all. */
        public @Nullable Integer left() {
            return left;
        }

        /**
         * Waits until {@code delay} is over or the fault is switched off.
         *
         * @return whether it was switched off
         */
        public boolean await(Duration delay) throws InterruptedException {
            return withdrawn.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        private boolean hits(Operation asked) {
            Integer remaining = left;
            boolean fits =
                    (aim.operation() == null || aim.operation() == asked) && (remaining == null || remaining > 0);
            return fits && random.nextDouble() < aim.share();
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
