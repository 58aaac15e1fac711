package dev.ringline.messaging.listening;

import dev.ringline.messaging.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;

/** Skips, and counts, events of types that a newer release may have added. */
final class UnknownTypeFilter implements RecordFilterStrategy<String, byte[]> {

    private final MeterRegistry metrics;

    UnknownTypeFilter(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean filter(ConsumerRecord<String, byte[]> record) {
        boolean unknown = EventCodec.isUnknownType(record);
        if (unknown) {
            metrics.counter("ringline.events.unknown", "topic", record.topic()).increment();
        }
        return unknown;
    }
}
