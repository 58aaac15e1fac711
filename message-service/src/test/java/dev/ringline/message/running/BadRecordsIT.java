package dev.ringline.message.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.contracts.Topics;
import dev.ringline.testkit.EventProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever comes before it, the end of a call with the same key is turned into its message. */
@RunningService
class BadRecordsIT {

    @Autowired
    MeterRegistry metrics;

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final String callId = Ends.newCallId();

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"callId\":7}", "\u0000"})
    void putsAwayABodyThatBreaksTheContract(String body) {
        // Given
        probe.send(event("dev.ringline.call.ended.v1", body));

        // When
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));

        // Then
        probe.await(MessageWritten.class, callId);
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(header(dead, "ringline-failure-class")).isEqualTo("BROKEN_RECORD");
        assertThat(header(dead, "kafka_dlt-exception-cause-fqcn")).contains("BrokenRecordException");
        assertThat(new String(dead.value(), UTF_8)).isEqualTo(body);
    }

    @Test
    void putsAwayARecordThatIsNoCloudEvent() {
        // Given
        probe.send(new ProducerRecord<>(Topics.CALL_EVENTS, callId, "anything".getBytes(UTF_8)));

        // When
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));

        // Then
        probe.await(MessageWritten.class, callId);
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(header(dead, "kafka_dlt-original-topic")).isEqualTo(Topics.CALL_EVENTS);
    }

    @Test
    void putsAwayTheEndOfACallThatStillRings() {
        // Given
        probe.publish(Ends.SOURCE, Ends.ofARingingCall(callId));

        // When
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));

        // Then
        probe.await(MessageWritten.class, callId);
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(header(dead, "kafka_dlt-exception-message")).contains("makes no sense");
    }

    @Test
    void putsAwayAVersionOfALaterReleaseAfterSomeRetries() {
        // Given
        probe.send(event("dev.ringline.call.ended.v2", "{}"));

        // When
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));

        // Then
        probe.await(MessageWritten.class, callId);
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(header(dead, "ringline-failure-class")).isEqualTo("UNKNOWN");
        assertThat(header(dead, "kafka_dlt-exception-message")).contains("dev.ringline.call.ended.v2");
    }

    @Test
    void skipsAndCountsATypeThatItDoesNotKnow() {
        // Given
        double unknown = unknown();
        probe.send(event("dev.ringline.call.sung.v1", "{}"));

        // When
        probe.publish(Ends.SOURCE, Ends.hungUp(callId));

        // Then
        probe.await(MessageWritten.class, callId);
        assertThat(unknown()).isEqualTo(unknown + 1);
        assertThat(probe.records())
                .noneMatch(record -> record.topic().equals("call-events-dlt") && callId.equals(record.key()));
    }

    private ProducerRecord<String, byte[]> event(String type, String body) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", Ends.newCallId()),
                header("ce_type", type),
                header("ce_source", Ends.SOURCE),
                header("ce_subject", callId),
                header("content-type", "application/json"));
        return new ProducerRecord<>(Topics.CALL_EVENTS, null, callId, body.getBytes(UTF_8), headers);
    }

    private double unknown() {
        return metrics.counter("ringline.events.unknown", "topic", Topics.CALL_EVENTS)
                .count();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
