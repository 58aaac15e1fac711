package dev.ringline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventEncoderTest {

    private final EventEncoder encoder = EventEncoder.forSource("/call-service");

    @Test
    void putsDownAllThatWillGoOnTheWire() {
        // Given
        EventEncoder traced = new EventEncoder(new EventCodec(), "/call-service", () -> "00-1-2-01");

        // When
        EncodedEvent encoded = traced.encode(Events.READY, Events.AT);

        // Then
        assertThat(encoded.type()).isEqualTo("dev.ringline.call.ready.v1");
        assertThat(encoded.source()).isEqualTo("/call-service");
        assertThat(encoded.subject()).isEqualTo("call-1");
        assertThat(encoded.key()).isEqualTo("call-1");
        assertThat(encoded.topic()).isEqualTo("call-events");
        assertThat(encoded.sequence()).isEqualTo(2);
        assertThat(encoded.time()).isEqualTo(Events.AT);
        assertThat(encoded.traceparent()).isEqualTo("00-1-2-01");
    }

    @Test
    void givesIdsThatAreNewAndInTheOrderOfTheirMaking() {
        // Given
        Stream<EncodedEvent> events = Stream.generate(() -> encoder.encode(Events.READY, Events.AT));

        // When
        List<String> ids = events.limit(1000).map(EncodedEvent::id).toList();

        // Then
        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(ids)
                .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
    }
}
