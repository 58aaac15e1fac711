package dev.ringline.messaging.listening;

import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.CallPhase;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.Media;
import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.EventEncoder;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events of a call to send around. */
final class Ready {

    static final String SOURCE = "/call-service";

    private Ready() {}

    static String newCallId() {
        return UUID.randomUUID().toString();
    }

    static CallReady event(String callId, long sequence) {
        return new CallReady(
                new CallFacts(
                        callId,
                        sequence,
                        sequence,
                        "alice",
                        "bob",
                        "c1",
                        Media.AUDIO,
                        CallStatus.RINGING,
                        CallPhase.ALERTING,
                        false,
                        "alice-phone",
                        null),
                Instant.parse("2026-11-22T12:00:00Z"));
    }

    /** As it looks in the topic, with the time at which it came there. */
    static ProducerRecord<String, byte[]> record(String callId, long sequence, Instant at) {
        ProducerRecord<String, byte[]> record =
                new EventCodec().toRecord(EventEncoder.forSource(SOURCE).encode(event(callId, sequence), at));
        return new ProducerRecord<>(
                record.topic(), null, at.toEpochMilli(), record.key(), record.value(), record.headers());
    }
}
