package dev.ringline.benchmarks.device;

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

    String callId() {
        return data.path("callId").asString("");
    }
}
