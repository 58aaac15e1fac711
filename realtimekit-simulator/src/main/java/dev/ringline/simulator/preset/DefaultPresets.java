package dev.ringline.simulator.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a preset holds of which no more than the name is known: its name says whom it is for. */
final class DefaultPresets {

    private static final Pattern FOR_HOSTS = Pattern.compile(".*(host|presenter)$");
    private static final List<String> RIGHTS_OF_HOSTS = List.of(
            "accept_waiting_requests",
            "can_record",
            "can_livestream",
            "can_spotlight",
            "disable_participant_audio",
            "disable_participant_video",
            "disable_participant_screensharing",
            "kick_participant",
            "pin_participant");

    private final ObjectNode template;

    DefaultPresets() {
        this.template = read();
    }

    private static ObjectNode read() {
        try (InputStream json =
                Objects.requireNonNull(DefaultPresets.class.getResourceAsStream("/presets/default.json"))) {
            return (ObjectNode) JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode contentOf(String name) {
        ObjectNode content = template.deepCopy();
        object(content, "config").put("view_type", viewType(name));
        if (FOR_HOSTS.matcher(name).matches()) {
            RIGHTS_OF_HOSTS.forEach(right -> object(content, "permissions").put(right, true));
        }
        return content;
    }

    private static String viewType(String name) {
        if (name.startsWith("webinar_")) {
            return "WEBINAR";
        }
        if (name.startsWith("livestream_")) {
            return "LIVESTREAM";
        }
        return name.contains("voice") || name.contains("audio") ? "AUDIO_ROOM" : "GROUP_CALL";
    }

    private static ObjectNode object(JsonNode parent, String field) {
        return (ObjectNode) parent.required(field);
    }
}
