package dev.ringline.messaging.listening;

import dev.ringline.contracts.Topics;
import dev.ringline.messaging.EventCodec;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/** Puts the fixed keys of an event on every log line that its processing writes. */
final class EventLogContext implements RecordInterceptor<String, byte[]> {

    private static final List<String> KEYS = List.of("eventId", "eventType", "callId", "userId");

    @Override
    public ConsumerRecord<String, byte[]> intercept(
            ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
        MDC.put("eventId", EventCodec.header(record, "ce_id"));
        MDC.put("eventType", EventCodec.header(record, EventCodec.TYPE_HEADER));
        switch (record.topic()) {
            case Topics.CALL_EVENTS, Topics.MEETING_EVENTS, Topics.DELIVERY_EVENTS -> MDC.put("callId", record.key());
            case Topics.MESSAGE_EVENTS -> MDC.put("callId", EventCodec.header(record, "ce_subject"));
            case Topics.USER_EVENTS -> MDC.put("userId", record.key());
            default -> {}
        }
        return record;
    }

    @Override
    public void afterRecord(ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
        KEYS.forEach(MDC::remove);
    }
}
