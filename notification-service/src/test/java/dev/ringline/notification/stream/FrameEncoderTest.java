package dev.ringline.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.CallView;
import dev.ringline.notification.Frame;
import dev.ringline.notification.Frames;
import dev.ringline.notification.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameEncoderTest {

    private final Story story = Story.begin();

    @Test
    void writesOneEventWithOneLineOfData() {
        // Given
        Frame incoming = Frames.of(story.initiated(), Story.DIALLED.plusSeconds(1))
                .getFirst()
                .frame();
        // When
        String text = encoded(incoming);
        // Then
        assertThat(text).isEqualTo("""
                event: call.incoming
                data: {"callId":"%s","version":10,"status":"ringing","phase":"dialing","media":"video",\
                "callerId":"alice","calleeId":"bob","conversationId":"c1",\
                "ringDeadline":"2026-11-22T09:30:30.120Z","ringRemainingMs":29000,"waiting":false,\
                "alert":"ring","at":"2026-11-22T09:30:00.120Z"}

                """.formatted(story.callId()));
    }

    @Test
    void leavesSequencesOutOfASnapshot() {
        // Given
        Frame.OfCall outgoing = (Frame.OfCall)
                Frames.of(story.initiated(), Story.DIALLED).getLast().frame();
        CallView view = outgoing.call();
        // When
        String text = encoded(new Frame.Snapshot(List.of(new Frame.Snapshot.Item(7, view)), Story.DIALLED));
        // Then
        assertThat(text)
                .startsWith("event: snapshot\ndata: {\"calls\":[{\"callId\":")
                .endsWith("}],\"at\":\"2026-11-22T09:30:00.120Z\"}\n\n")
                .doesNotContain("sequence");
    }

    @Test
    void saysUpToWhenCallsWereSeen() {
        // When
        String text = encoded(new Frame.OfSeen(Story.DIALLED));
        // Then
        assertThat(text).isEqualTo("event: calls.seen\ndata: {\"upTo\":\"2026-11-22T09:30:00.120Z\"}\n\n");
    }

    @Test
    void asksToComeBackLater() {
        // When
        String text = encoded(new Frame.Reconnect(1350, Frame.Reconnect.Reason.TOO_MANY_STREAMS));
        // Then
        assertThat(text).isEqualTo("event: reconnect\ndata: {\"delayMs\":1350,\"reason\":\"too_many_streams\"}\n\n");
    }

    private static String encoded(Frame frame) {
        return new String(FrameEncoder.encode(frame), StandardCharsets.UTF_8);
    }
}
