package dev.ringline.simulator.control;

import org.jspecify.annotations.Nullable;

/** What the fields of a body must hold; the sentence of a refusal is the {@code detail} of a 400. */
public final class Demand {

    private Demand() {}

    public static void present(String field, @Nullable Object given) {
        if (given == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    public static void atLeast(long min, String field, @Nullable Number given) {
        if (given != null && given.longValue() < min) {
            throw new IllegalArgumentException(field + " must be at least " + min + ", but is " + given);
        }
    }

    /** Between 0 and 1. */
    public static void share(String field, @Nullable Double given) {
        if (given != null && !(given >= 0 && given <= 1)) {
            throw new IllegalArgumentException(field + " must be between 0 and 1, but is " + given);
        }
    }
}
