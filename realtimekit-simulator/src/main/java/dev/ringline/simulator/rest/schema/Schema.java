package dev.ringline.simulator.rest.schema;

import dev.ringline.simulator.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a body must look like. The first thing that is wrong is told; a field that is not named here is wrong. */
public final class Schema {

    private final Map<String, Rule> rules;

    private Schema(Map<String, Rule> rules) {
        this.rules = rules;
    }

    public static Schema empty() {
        return new Schema(Map.of());
    }

    public Schema with(String field, Rule rule) {
        Map<String, Rule> more = new LinkedHashMap<>(rules);
        more.put(field, rule);
        return new Schema(more);
    }

    /**
     * The body, which is as it must be. No body is an empty one.
     *
     * @throws RefusedException 400 with the first complaint
     */
    public ObjectNode check(@Nullable JsonNode body) {
        if (body == null) {
            return check(JsonNodeFactory.instance.objectNode());
        }
        if (!(body instanceof ObjectNode object)) {
            throw refused("value", "must be of type object");
        }
        rules.forEach((field, rule) -> check(field, rule, object.get(field)));
        object.propertyNames().stream()
                .filter(name -> !rules.containsKey(name))
                .findFirst()
                .ifPresent(Schema::refuse);
        return object;
    }

    private static void check(String field, Rule rule, @Nullable JsonNode value) {
        if (value == null && rule.required()) {
            throw refused(field, "is required");
        }
        if (value != null) {
            rule.complaintAbout(value).ifPresent(complaint -> {
                throw refused(field, complaint);
            });
        }
    }

    private static void refuse(String unknownField) {
        throw refused(unknownField, "is not allowed");
    }

    private static RefusedException refused(String field, String complaint) {
        return RefusedException.badRequest("\"" + field + "\" " + complaint);
    }
}
