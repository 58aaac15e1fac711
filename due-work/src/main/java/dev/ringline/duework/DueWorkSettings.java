package dev.ringline.duework;

import java.time.Duration;

/**
 * How due work runs.
 *
 * @param lease how long one replica has the work of a document to itself; zero when the handler decides by
 *     compare-and-set and doing it twice is harmless
 * @param batch how many documents one sweep takes at most
 * @param concurrency how many handlers run at once on one replica
 */
public record DueWorkSettings(Duration lease, int batch, int concurrency) {

    public DueWorkSettings {
        if (lease.isNegative()) {
            throw new IllegalArgumentException("lease: %s (expected: zero or more)".formatted(lease));
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch: %d (expected: at least 1)".formatted(batch));
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency: %d (expected: at least 1)".formatted(concurrency));
        }
    }

    /** For work that is decided by compare-and-set. */
    public static DueWorkSettings unleased() {
        return new DueWorkSettings(Duration.ZERO, 500, 16);
    }

    /** For work with effects outside, which one replica at a time should do. */
    public static DueWorkSettings leased(Duration lease) {
        return new DueWorkSettings(lease, 128, 32);
    }
}
