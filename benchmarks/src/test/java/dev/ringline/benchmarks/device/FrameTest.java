package dev.ringline.benchmarks.device;

import static org.assertj.core.api.Assertions.assertThat;

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
    void takesACommentForNoFrame() {
        // Given
        // When
        Optional<Frame> frame = Frame.parse(":");

        // Then
        assertThat(frame).isEmpty();
    }
}
