package dev.ringline.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The real time, moved by as much as a test wants. */
public final class ShiftedClock implements InstantSource {

    private final InstantSource real = Clock.tickMillis(ZoneOffset.UTC);
    private volatile Duration shift;

    public ShiftedClock(Duration shift) {
        this.shift = shift;
    }

    public void shift(Duration by) {
        shift = by;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift);
    }
}
