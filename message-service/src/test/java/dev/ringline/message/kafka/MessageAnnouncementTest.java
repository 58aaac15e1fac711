package dev.ringline.message.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.MessageEvent;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.message.Calls;
import dev.ringline.message.SystemMessage;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageAnnouncementTest {

    private static final Instant NOW = Calls.NOON.plusSeconds(60);

    private final MessageAnnouncement announcement =
            new MessageAnnouncement(EventEncoder.forSource("/message-service"), () -> NOW);

    @Test
    void tellsOfTheMessageInItsConversation() {
        // Given
        SystemMessage message = Calls.completed("call-1", 125).message();

        // When
        EncodedEvent event = announcement.apply(message);

        // Then
        assertThat(event.type()).isEqualTo("dev.ringline.message.written.v1");
        assertThat(event.topic()).isEqualTo("message-events");
        assertThat(event.key()).isEqualTo("c1");
        assertThat(event.subject()).isEqualTo("call-1");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.time()).isEqualTo(NOW);
    }

    @Test
    void carriesTheFactsAndNoText() {
        // Given
        SystemMessage message = Calls.completed("call-1", 125).message();

        // When
        EncodedEvent event = announcement.apply(message);

        // Then
        assertThat(Samples.JSON.readValue(event.data(), MessageWritten.class))
                .isEqualTo(new MessageWritten(
                        "call-1",
                        1,
                        "c1",
                        "call",
                        List.of("alice", "bob"),
                        new MessageEvent.CallLine(
                                "call-1",
                                dev.ringline.contracts.Media.VIDEO,
                                dev.ringline.contracts.CallStatus.COMPLETED,
                                dev.ringline.contracts.EndReason.HANGUP,
                                "alice",
                                "bob",
                                Calls.NOON,
                                Calls.NOON.plusSeconds(125),
                                125,
                                true),
                        Calls.NOON.plusSeconds(125)));
    }
}
