package dev.ringline.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * What one run said of one figure.
 *
 * @param figure what was measured, such as {@code dial p50}
 * @param aim absent for floors and for what is only told
 */
public record Sample(
        String figure, Unit unit, double value, @Nullable Aim aim) {

    public static Sample of(String figure, Unit unit, double value) {
        return new Sample(figure, unit, value, null);
    }

    /** The same with an aim. */
    public Sample aims(Aim wanted) {
        return new Sample(figure, unit, value, wanted);
    }
}
