package dev.ringline.benchmarks.report;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    MILLISECONDS("%.2f ms", false),
    KILOBYTES("%.1f KB", false),
    MICROSECONDS("%.0f µs", false),
    PER_SECOND("%.0f /s", true),
    TIMES("%.2f ×", false),
    PERCENT("%.1f %%", false),
    COUNT("%.0f", false);

    private final String format;
    private final boolean moreIsBetter;

    Unit(String format, boolean moreIsBetter) {
        this.format = format;
        this.moreIsBetter = moreIsBetter;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    String show(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }
}
