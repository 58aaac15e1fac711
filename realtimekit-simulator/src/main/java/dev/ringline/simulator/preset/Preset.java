package dev.ringline.simulator.preset;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * What participants may do.
 *
 * @param content {@code config}, {@code permissions} and {@code ui}, in the form of the API
 */
public record Preset(UUID id, String name, ObjectNode content, Instant createdAt, Instant updatedAt) {

    static Preset create(String name, ObjectNode content, Instant at) {
        return new Preset(UUID.randomUUID(), name, content, at, at);
    }

    Preset changed(String newName, ObjectNode newContent, Instant at) {
        return new Preset(id, newName, newContent, createdAt, at);
    }

    /** GROUP_CALL, WEBINAR, AUDIO_ROOM or LIVESTREAM. */
    public String viewType() {
        return content.path("config").path("view_type").asString("GROUP_CALL");
    }

    public boolean permits(String permission) {
        return content.path("permissions").path(permission).asBoolean(false);
    }
}
