package dev.ringline.contracts;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads an object schema as a list of fields. */
final class SchemaFields {

    private SchemaFields() {}

    /** The field's own words laid over those of the definition that it refers to. */
    static JsonNode resolve(JsonNode schema, JsonNode field) {
        if (!field.has("$ref")) {
            return field;
        }
        ObjectNode resolved = definition(schema, field).deepCopy().asObject();
        resolved.setAll(field.deepCopy().asObject().without("$ref").asObject());
        return resolved;
    }

    /** The definition that the field refers to, else the field. */
    static JsonNode definition(JsonNode schema, JsonNode field) {
        return field.has("$ref") ? schema.at(field.path("$ref").asString().substring(1)) : field;
    }

    static Set<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
