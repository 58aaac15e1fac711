package dev.ringline.notification.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.notification.CallView;
import dev.ringline.notification.Frame;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Frames as Server-Sent Events: {@code event:} its name, {@code data:} one JSON object on one line. */
final class FrameEncoder {

    private static final byte[] EVENT = "event: ".getBytes(UTF_8);
    private static final byte[] DATA = "\ndata: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);
    private static final byte[] COMMENT = ":\n\n".getBytes(UTF_8);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private record SnapshotData(List<CallView> calls, Instant at) {}

    private record ReconnectData(long delayMs, String reason) {}

    private FrameEncoder() {}

    static byte[] encode(Frame frame) {
        return switch (frame) {
            case Frame.OfCall call -> event(call.event(), call.call());
            case Frame.OfMessage message -> event("message.created", message.message());
            case Frame.OfSeen seen -> event("calls.seen", seen);
            case Frame.Snapshot snapshot -> event("snapshot", data(snapshot));
            case Frame.Reconnect reconnect -> event("reconnect", data(reconnect));
        };
    }

    /** What clients ignore, but which tells them that the connection lives. */
    static byte[] comment() {
        return COMMENT;
    }

    private static SnapshotData data(Frame.Snapshot snapshot) {
        return new SnapshotData(
                snapshot.calls().stream().map(Frame.Snapshot.Item::call).toList(), snapshot.at());
    }

    private static ReconnectData data(Frame.Reconnect reconnect) {
        return new ReconnectData(reconnect.delayMs(), reconnect.reason().word());
    }

    private static byte[] event(String name, Object data) {
        var bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(EVENT);
        bytes.writeBytes(name.getBytes(UTF_8));
        bytes.writeBytes(DATA);
        bytes.writeBytes(JSON.writeValueAsBytes(data));
        bytes.writeBytes(END);
        return bytes.toByteArray();
    }
}
