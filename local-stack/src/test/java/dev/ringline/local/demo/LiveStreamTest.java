package dev.ringline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void tellsFramesFromCommentsAndFindsTheOneOfACall() {
        // Given
        var body = """
                event: snapshot
                data: {"calls":[],"at":"2026-01-01T00:00:00Z"}

                : keep-alive

                event:call.incoming
                data:{"callId":"other"}

                event:call.incoming
                data:{"callId":"mine","media":"video"}

                event:message.created
                data:{"messageId":"mine"}

                """;

        // When
        try (var stream = LiveStream.read("bob", bytes(body), frame -> seen.add(frame.event()))) {
            // Then
            assertThat(stream.await("call.incoming", "mine")
                            .data()
                            .path("media")
                            .asString())
                    .isEqualTo("video");
            assertThat(stream.await("message.created", "mine").isAbout("mine")).isTrue();
            assertThat(stream.awaitSnapshot().data().path("calls").isEmpty()).isTrue();
        }
        assertThat(seen).containsExactly("snapshot", "call.incoming", "call.incoming", "message.created");
    }

    @Test
    void saysAtOnceWhatIsMissingWhenTheStreamEnds() {
        try (var stream = LiveStream.read("bob", bytes(""), frame -> seen.add(frame.event()))) {
            assertThatThrownBy(() -> stream.await("call.incoming", "mine"))
                    .hasMessageContaining("bob saw no call.incoming");
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
