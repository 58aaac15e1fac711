package dev.ringline.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private final EventCodec codec = new EventCodec();
    private final EncodedEvent encoded = EventEncoder.forSource("/call-service").encode(Events.READY, Events.AT);

    @Test
    void writesACloudEventInBinaryMode() {
        // Given
        EncodedEvent traced = traced("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        // When
        ProducerRecord<String, byte[]> record = codec.toRecord(traced);

        // Then
        assertThat(headers(record))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", traced.id(),
                        "ce_type", "dev.ringline.call.ready.v1",
                        "ce_source", "/call-service",
                        "ce_subject", "call-1",
                        "ce_time", "2026-11-22T12:00:00.123Z",
                        "ce_sequence", "2",
                        "content-type", "application/json",
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(record.topic()).isEqualTo("call-events");
        assertThat(record.key()).isEqualTo("call-1");
        assertThat(record.partition()).isNull();
    }

    @Test
    void leavesOutTheTraceThatIsNotThere() {
        // Given
        EncodedEvent untraced = traced(null);

        // When
        ProducerRecord<String, byte[]> record = codec.toRecord(untraced);

        // Then
        assertThat(headers(record)).doesNotContainKey("traceparent");
    }

    @Test
    void leavesOutAbsentFieldsAndNamesNoClasses() {
        // Given
        EncodedEvent event = encoded;

        // When
        String body = new String(event.data(), UTF_8);

        // Then
        assertThat(body)
                .isEqualTo("{'callId':'call-1','version':3,'sequence':2,'callerId':'alice','calleeId':'bob',"
                        .concat("'conversationId':'c1','media':'audio','status':'ringing','phase':'alerting',")
                        .concat("'silent':false,'callerDevice':'alice-phone','at':'2026-11-22T12:00:00.123Z'}")
                        .replace('\'', '"'));
    }

    @Test
    void readsWhatItWrote() {
        // Given
        ConsumerRecord<String, byte[]> record = record();

        // When
        ReceivedEvent received = codec.fromRecord(record);

        // Then
        assertThat(received.event()).isEqualTo(Events.READY);
        assertThat(received.metadata())
                .isEqualTo(new EventMetadata(
                        encoded.id(), "dev.ringline.call.ready.v1", "/call-service", "call-1", 2, Events.AT));
    }

    @Test
    void ignoresFieldsThatALaterReleaseAdded() {
        // Given
        ConsumerRecord<String, byte[]> record = record(new String(encoded.data(), UTF_8).replace("{", "{\"new\":[1],"));

        // When
        ReceivedEvent received = codec.fromRecord(record);

        // Then
        assertThat(received.event()).isEqualTo(Events.READY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source"})
    void callsABrokenRecordWhatLacksAPartOfTheEnvelope(String header) {
        // Given
        ConsumerRecord<String, byte[]> record = Events.without(record(), header);

        // When, Then
        assertThatThrownBy(() -> codec.fromRecord(record)).isInstanceOf(BrokenRecordException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 7.0",
        "ce_time, yesterday",
        "ce_source, '::'",
        "content-type, application/cloudevents+json",
        "ce_subject, call-2",
        "ce_type, org.example.other.v1"
    })
    void callsABrokenRecordWhatHasAnImpossibleEnvelope(String header, String value) {
        // Given
        ConsumerRecord<String, byte[]> record = Events.with(record(), header, value);

        // When, Then
        assertThatThrownBy(() -> codec.fromRecord(record)).isInstanceOf(BrokenRecordException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "{", "[]", "7", "{}", "{\"callId\":\"call-1\"}", "\u0000\u0001"})
    void callsABrokenRecordWhatHasNoBodyOfItsType(String body) {
        // Given
        ConsumerRecord<String, byte[]> record = record(body);

        // When, Then
        assertThatThrownBy(() -> codec.fromRecord(record)).isInstanceOf(BrokenRecordException.class);
    }

    @Test
    void callsABrokenRecordWhatHasNoValue() {
        // Given
        ProducerRecord<String, byte[]> sent = codec.toRecord(encoded);
        ConsumerRecord<String, byte[]> record =
                Events.received(new ProducerRecord<>(sent.topic(), null, sent.key(), null, sent.headers()));

        // When, Then
        assertThatThrownBy(() -> codec.fromRecord(record)).isInstanceOf(BrokenRecordException.class);
    }

    @Test
    void tellsAVersionOfALaterReleaseFromABrokenRecord() {
        // Given
        ConsumerRecord<String, byte[]> record = Events.with(record(), "ce_type", "dev.ringline.call.ready.v2");

        // When, Then
        assertThatThrownBy(() -> codec.fromRecord(record)).isInstanceOf(UnknownVersionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "dev.ringline.call.ready.v1, false",
        "dev.ringline.call.ready.v2, false",
        "dev.ringline.call.sung.v1, true",
        "org.example.other, true"
    })
    void knowsWhichTypesAreToBeSkipped(String type, boolean unknown) {
        // Given
        ConsumerRecord<String, byte[]> record = Events.with(record(), "ce_type", type);

        // When
        boolean skipped = EventCodec.isUnknownType(record);

        // Then
        assertThat(skipped).isEqualTo(unknown);
    }

    @Test
    void doesNotSkipWhatHasNoTypeAtAll() {
        // Given
        ConsumerRecord<String, byte[]> record = Events.without(record(), "ce_type");

        // When
        boolean skipped = EventCodec.isUnknownType(record);

        // Then
        assertThat(skipped).isFalse();
    }

    private ConsumerRecord<String, byte[]> record() {
        return Events.received(codec.toRecord(encoded));
    }

    private ConsumerRecord<String, byte[]> record(String body) {
        ProducerRecord<String, byte[]> sent = codec.toRecord(encoded);
        return Events.received(
                new ProducerRecord<>(sent.topic(), null, sent.key(), body.getBytes(UTF_8), sent.headers()));
    }

    private EncodedEvent traced(@Nullable String traceparent) {
        return new EncodedEvent(
                encoded.id(),
                encoded.type(),
                encoded.source(),
                encoded.subject(),
                encoded.time(),
                encoded.sequence(),
                encoded.topic(),
                encoded.key(),
                traceparent,
                encoded.data());
    }

    private static Map<String, String> headers(ProducerRecord<?, ?> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
