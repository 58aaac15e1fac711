package dev.ringline.messaging.listening;

import dev.ringline.messaging.EventMetadata;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts events that are missing between two of the same subject. None can be missing, so one that is should wake
 * somebody. Only a reader that sees every event can tell; it remembers the subjects that it heard of last.
 */
final class SequenceGaps {

    private static final int SUBJECTS = 10_000;

    private final Map<Subject, Long> highest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Long> eldest) {
            return size() > SUBJECTS;
        }
    };
    private final Counter gaps;

    SequenceGaps(MeterRegistry metrics) {
        gaps = metrics.counter("ringline.events.gaps");
    }

    private record Subject(String source, String id) {}

    void watch(EventMetadata event) {
        highest.merge(new Subject(event.source(), event.subject()), event.sequence(), this::higher);
    }

    private Long higher(Long last, Long received) {
        if (received > last + 1) {
            gaps.increment();
        }
        return Math.max(last, received);
    }
}
