package dev.ringline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time the simulator lives in: the real one plus what tests have skipped. Milliseconds, as the imitated API writes
 * them.
 */
public final class SimulatorClock implements InstantSource {

    private final InstantSource real;
    private final AtomicReference<Duration> skipped = new AtomicReference<>(Duration.ZERO);

    public SimulatorClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(skipped.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Skips {@code time}: keep-alive times and token lifetimes pass without waiting. */
    public void advance(Duration time) {
        skipped.accumulateAndGet(time, Duration::plus);
    }

    /** Back to the real time. */
    public void reset() {
        skipped.set(Duration.ZERO);
    }
}
