package dev.ringline.messaging;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/** Puts the fixed keys of an event on every log line that its processing writes. */
final class EventLogContext implements RecordInterceptor<String, byte[]> {

    @Override
    public ConsumerRecord<String, byte[]> intercept(
            ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
        MDC.put("eventId", EventCodec.header(record, "ce_id"));
        MDC.put("eventType", EventCodec.header(record, EventCodec.TYPE_HEADER));
        MDC.put("callId", EventCodec.header(record, "ce_subject"));
        return record;
    }

    @Override
    public void afterRecord(ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
        MDC.remove("eventId");
        MDC.remove("eventType");
        MDC.remove("callId");
    }
}
