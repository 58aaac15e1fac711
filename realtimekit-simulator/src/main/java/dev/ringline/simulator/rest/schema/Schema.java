package dev.ringline.simulator.rest.schema;

import dev.ringline.simulator.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a body must look like. The first thing that is wrong is told; a field that is not named here is wrong, unless the
 * schema is open.
 */
public final class Schema {

    private final Map<String, Rule> rules;
    private final boolean open;

    private Schema(Map<String, Rule> rules, boolean open) {
        this.rules = rules;
        this.open = open;
    }

    public static Schema empty() {
        return new Schema(Map.of(), false);
    }

    /** One that also takes fields that it does not name. */
    public static Schema open() {
        return new Schema(Map.of(), true);
    }

    public Schema with(String field, Rule rule) {
        Map<String, Rule> more = new LinkedHashMap<>(rules);
        more.put(field, rule);
        return new Schema(more, open);
    }

    /** The same rule for each of these. */
    public Schema withAll(Rule rule, String... fields) {
        Schema more = this;
        for (String field : fields) {
            more = more.with(field, rule);
        }
        return more;
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
        checkFields("", object);
        return object;
    }

    private void checkFields(String path, ObjectNode object) {
        rules.forEach((field, rule) -> check(path + field, rule, object.get(field)));
        object.propertyNames().stream()
                .filter(name -> !open && !rules.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused(path + name, "is not allowed");
                });
    }

    private static void check(String path, Rule rule, @Nullable JsonNode value) {
        if (value == null && rule.required()) {
            throw refused(path, "is required");
        }
        if (value != null) {
            rule.complaintAbout(value).ifPresent(complaint -> {
                throw refused(path, complaint);
            });
        }
        if (rule.inside() != null && value instanceof ObjectNode object) {
            rule.inside().checkFields(path + ".", object);
        }
    }

    private static RefusedException refused(String field, String complaint) {
        return RefusedException.badRequest("\"" + field + "\" " + complaint);
    }
}
