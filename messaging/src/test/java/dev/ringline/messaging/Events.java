package dev.ringline.messaging;

import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.CallPhase;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.Media;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** An event, and records as a consumer gets them. */
final class Events {

    static final Instant AT = Instant.parse("2026-11-22T12:00:00.123Z");

    static final CallReady READY = new CallReady(
            new CallFacts(
                    "call-1",
                    3,
                    2,
                    "alice",
                    "bob",
                    "c1",
                    Media.AUDIO,
                    CallStatus.RINGING,
                    CallPhase.ALERTING,
                    false,
                    "alice-phone",
                    null),
            AT);

    private Events() {}

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    static ConsumerRecord<String, byte[]> with(ConsumerRecord<String, byte[]> record, String header, String value) {
        record.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    static ConsumerRecord<String, byte[]> without(ConsumerRecord<String, byte[]> record, String header) {
        record.headers().remove(header);
        return record;
    }
}
