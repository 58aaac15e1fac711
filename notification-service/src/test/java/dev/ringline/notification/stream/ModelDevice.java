package dev.ringline.notification.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device that does what the description of the stream asks of it, and finds fault with what must not come. */
final class ModelDevice {

    static final String UNKNOWN = "unknown";

    private final String user;
    private final String name;
    private final Map<String, JsonNode> calls = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Map<String, Long> toldHere = new HashMap<>();
    private int stream;

    ModelDevice(String name) {
        this.user = name.substring(0, name.indexOf('-'));
        this.name = name;
    }

    String user() {
        return user;
    }

    String name() {
        return name;
    }

    /** Takes what another stream brings; what still comes by an earlier one, it does not hear. */
    Consumer<byte[]> newStream() {
        stream++;
        int current = stream;
        toldHere = new HashMap<>();
        return bytes -> {
            if (current == stream) {
                take(new String(bytes, UTF_8));
            }
        };
    }

    /** The connection broke. */
    void loseStream() {
        stream++;
    }

    /** What it believes of the call; {@link #UNKNOWN} if it knows nothing of it. */
    String statusOf(String callId) {
        JsonNode call = calls.get(callId);
        return call == null ? UNKNOWN : call.get("status").asString();
    }

    List<String> faults() {
        return faults;
    }

    private void take(String text) {
        String event = text.lines().findFirst().orElseThrow().substring("event: ".length());
        JsonNode data = JsonMapper.shared().readTree(text.substring(text.indexOf("data: ") + 6));
        if (event.equals("snapshot")) {
            Map<String, JsonNode> shown = data.get("calls")
                    .valueStream()
                    .collect(toMap(call -> call.get("callId").asString(), call -> call));
            calls.keySet().retainAll(shown.keySet());
            shown.values().forEach(call -> keep("snapshot", call));
        } else if (event.startsWith("call.")) {
            keep(event, data);
        }
    }

    private void keep(String event, JsonNode call) {
        String callId = call.get("callId").asString();
        long version = call.get("version").asLong();
        Long before = toldHere.put(callId, version);
        if (before != null && version <= before) {
            faults.add("%s %d after %d".formatted(event, version, before));
        }
        calls.merge(
                callId, call, (known, told) -> version > known.get("version").asLong() ? told : known);
    }
}
