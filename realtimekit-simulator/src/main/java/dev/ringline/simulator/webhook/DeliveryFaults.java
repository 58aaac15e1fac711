package dev.ringline.simulator.webhook;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The bad days of deliveries. The four shares run from 0 (never) to 1 (always); which deliveries they hit follows from the
 * seed and from the order of the events.
 *
 * @param dropped is never sent
 * @param duplicated is sent twice, with one {@code rtk-uuid}
 * @param reordered is sent after the next delivery to the same webhook, or after {@code delay} if there is none
 * @param delayed is sent after {@code delay}
 * @param newUuidOnRetry whether a repeated attempt has an {@code rtk-uuid} of its own
 * @param fileSizeAsNumber whether {@code fileSize} of a recording is a number, as it once was
 * @param unknownFields whether bodies carry fields that no document names
 */
public record DeliveryFaults(
        double dropped,
        double duplicated,
        double reordered,
        double delayed,
        Duration delay,
        boolean newUuidOnRetry,
        boolean fileSizeAsNumber,
        boolean unknownFields,
        long seed) {

    public static final DeliveryFaults NONE =
            new DeliveryFaults(0, 0, 0, 0, Duration.ofSeconds(1), false, false, false, 1);

    /** What is to become of one delivery. */
    record Fate(boolean dropped, boolean duplicated, boolean reordered, boolean delayed) {}

    /** Rolls the dice for one delivery after the other. */
    static final class Dice {

        private final DeliveryFaults faults;
        private final SplittableRandom random;

        Dice(DeliveryFaults faults) {
            this.faults = faults;
            this.random = new SplittableRandom(faults.seed());
        }

        DeliveryFaults faults() {
            return faults;
        }

        /** Every delivery takes as many numbers, so that one share does not move what the others hit. */
        Fate roll() {
            return new Fate(
                    hit(faults.dropped()), hit(faults.duplicated()), hit(faults.reordered()), hit(faults.delayed()));
        }

        private boolean hit(double share) {
            return random.nextDouble() < share;
        }
    }
}
