package dev.ringline.simulator.control;

import org.jspecify.annotations.Nullable;

/** What the fields of a body must hold; the sentence of a refusal is the {@code detail} of a 400. */
final class Demand {

    private Demand() {}

    static void present(String field, @Nullable Object given) {
        if (given == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    static void atLeast(long min, String field, @Nullable Number given) {
        if (given != null && given.longValue() < min) {
            throw new IllegalArgumentException(field + " must be at least " + min + ", but is " + given);
        }
    }
}
