package dev.ringline.benchmarks.report;

/** What a figure must reach. */
public record Aim(Side side, double bound) {

    /** On which side of the bound it is good. */
    enum Side {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }
    }

    public static Aim atMost(double bound) {
        return new Aim(Side.AT_MOST, bound);
    }

    public static Aim atLeast(double bound) {
        return new Aim(Side.AT_LEAST, bound);
    }

    boolean moreIsBetter() {
        return side == Side.AT_LEAST;
    }

    boolean isReachedBy(double value) {
        return moreIsBetter() ? value >= bound : value <= bound;
    }

    String show(Unit unit) {
        return side.sign + " " + unit.show(bound);
    }
}
