package dev.ringline.benchmarks.device;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server-sent event. */
record Frame(String event, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    /**
     * Reads what stood between two empty lines.
     *
     * @return empty for a comment
     */
    static Optional<Frame> parse(String text) {
        String event = "";
        String data = "";
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(EVENT)) {
                event = line.substring(EVENT.length()).strip();
            } else if (line.startsWith(DATA)) {
                data = line.substring(DATA.length()).strip();
            }
        }
        return data.isEmpty() ? Optional.empty() : Optional.of(new Frame(event, JSON.readTree(data)));
    }

    boolean isSnapshot() {
        return event.equals("snapshot");
    }

    boolean isOfCall() {
        return event.startsWith("call.");
    }

    boolean isReconnect() {
        return event.equals("reconnect");
    }

    /** How long to wait before the next stream. */
    long delayMs() {
        return data.path("delayMs").asLong();
    }

    /** The calls of a snapshot that ring, each as the frame that told so when it began. */
    List<Frame> ringing() {
        return data.path("calls")
                .valueStream()
                .filter(call -> call.path("status").asString("").equals("ringing"))
                .map(call -> new Frame("call.incoming", call))
                .toList();
    }

    String callId() {
        return data.path("callId").asString("");
    }
}
