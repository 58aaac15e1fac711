package dev.ringline.simulator.fault;

import java.util.EnumMap;
import java.util.Map;

/** How often each operation was asked for, whatever it was answered. Safe for use by several threads. */
public final class RequestCounts {

    private final Map<Operation, Long> counts = new EnumMap<>(Operation.class);

    public synchronized void count(Operation operation) {
        counts.merge(operation, 1L, Long::sum);
    }

    /** Only operations that were asked for at all. */
    public synchronized Map<Operation, Long> snapshot() {
        return counts.isEmpty() ? Map.of() : new EnumMap<>(counts);
    }

    public synchronized void clear() {
        counts.clear();
    }
}
