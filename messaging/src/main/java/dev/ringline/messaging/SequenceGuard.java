package dev.ringline.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Tells a consumer that keeps the highest sequence per source and subject what to do with the next event. Lower is dropped
 * and counted; equal runs its effects again, because the sequence is stored after them.
 */
public final class SequenceGuard {

    private final Counter suppressed;

    public SequenceGuard(String consumer, MeterRegistry metrics) {
        suppressed = metrics.counter("ringline.events.suppressed", "consumer", consumer);
    }

    /**
     * Whether the event is to be applied.
     *
     * @param last the highest sequence that was applied, 0 for none
     */
    public boolean admits(long last, long received) {
        if (received < last) {
            suppressed.increment();
            return false;
        }
        return true;
    }
}
