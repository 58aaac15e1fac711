package dev.ringline.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Tells a consumer that keeps the last sequence per source and subject what to do with the next one. Lower is dropped;
 * equal runs its effects again, because the sequence is stored after them; a gap cannot happen and is counted.
 */
public final class SequenceGuard {

    private final Counter suppressed;
    private final Counter gaps;

    public SequenceGuard(String consumer, MeterRegistry metrics) {
        suppressed = metrics.counter("ringline.events.suppressed", "consumer", consumer);
        gaps = metrics.counter("ringline.events.gaps", "consumer", consumer);
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
        if (received > last + 1) {
            gaps.increment();
        }
        return true;
    }
}
