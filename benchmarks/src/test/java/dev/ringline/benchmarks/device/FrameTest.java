package dev.ringline.benchmarks.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void readsTheNameAndTheData() {
        // Given
        String text = "event: call.incoming\ndata: {\"callId\":\"c1\",\"at\":\"2026-11-22T09:30:00Z\"}";

        // When
        Frame frame = Frame.parse(text).orElseThrow();

        // Then
        assertThat(frame.event()).isEqualTo("call.incoming");
        assertThat(frame.callId()).isEqualTo("c1");
        assertThat(frame.isOfCall()).isTrue();
        assertThat(frame.isSnapshot()).isFalse();
    }

    @Test
    void knowsTheSnapshot() {
        // Given
        String text = "event:snapshot\ndata:{\"calls\":[]}";

        // When
        Frame frame = Frame.parse(text).orElseThrow();

        // Then
        assertThat(frame.isSnapshot()).isTrue();
        assertThat(frame.isOfCall()).isFalse();
    }

    @Test
    void takesWhatRingsOutOfASnapshot() {
        // Given
        String text = "event: snapshot\ndata: {\"calls\":[{\"callId\":\"c1\",\"status\":\"ringing\"},"
                + "{\"callId\":\"c2\",\"status\":\"missed\"}]}";

        // When
        List<Frame> ringing = Frame.parse(text).orElseThrow().ringing();

        // Then
        assertThat(ringing).singleElement().satisfies(frame -> {
            assertThat(frame.event()).isEqualTo("call.incoming");
            assertThat(frame.callId()).isEqualTo("c1");
        });
    }

    @Test
    void readsHowLongToWait() {
        // Given
        String text = "event: reconnect\ndata: {\"delayMs\":1200,\"reason\":\"shutdown\"}";

        // When
        Frame frame = Frame.parse(text).orElseThrow();

        // Then
        assertThat(frame.isReconnect()).isTrue();
        assertThat(frame.delayMs()).isEqualTo(1_200);
    }

    @Test
    void takesACommentForNoFrame() {
        // Given
        // When
        Optional<Frame> frame = Frame.parse(":");

        // Then
        assertThat(frame).isEmpty();
    }
}
