package dev.ringline.simulator.webhook;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the body of an event as compact JSON and signs those bytes. */
public final class Scribe {

    private final JsonMapper json;
    private final WebhookKey key;

    /** @param json names fields as the records do */
    public Scribe(JsonMapper json, WebhookKey key) {
        this.json = json;
        this.key = key;
    }

    byte[] write(Object body, DeliveryFaults faults) {
        JsonNode tree = json.valueToTree(body);
        if (faults.unknownFields() && tree instanceof ObjectNode object) {
            object.putObject("newField").put("value", 1);
        }
        if (faults.fileSizeAsNumber()
                && tree.path("recording") instanceof ObjectNode recording
                && recording.has("fileSize")) {
            recording.put("fileSize", recording.required("fileSize").asLong());
        }
        return json.writeValueAsBytes(tree);
    }

    String sign(byte[] body) {
        return key.sign(body);
    }
}
