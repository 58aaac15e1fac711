package dev.ringline.contracts;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An OpenAPI document as a list of operations, and of values that claim to obey a schema. */
record OpenApiDocument(String name, JsonNode root, SchemaRegistry registry) {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    /** {@code where} is the JSON pointer of the operation. */
    record Operation(String where, JsonNode node) {}

    /** A value beside a schema; {@code where} is the JSON pointer of their parent. */
    record Example(String where, JsonNode value) {}

    static OpenApiDocument read(Path file) {
        String name = file.getFileName().toString();
        JsonNode root = ContractFiles.read(file);
        return new OpenApiDocument(name, root, Schemas.registry(Map.of("urn:" + name, root.toString())));
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    Stream<Operation> operations() {
        return root.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                "/paths/" + escaped(path.getKey()) + "/" + method.getKey(), method.getValue())));
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** Every example anywhere in the document that stands beside a schema. */
    Stream<Example> examples() {
        return nodes("", root)
                .filter(node -> node.value().path("schema").isObject())
                .flatMap(this::examplesOf);
    }

    /** Every place that holds a schema next to which examples may stand, or a component schema. */
    Stream<String> schemaPointers() {
        return Stream.concat(
                nodes("", root)
                        .filter(node -> node.value().path("schema").isObject())
                        .map(node -> node.where() + "/schema"),
                root.at("/components/schemas").propertyNames().stream().map(schema -> "/components/schemas/" + schema));
    }

    Schema schemaAt(String pointer) {
        return registry.getSchema(SchemaLocation.of("urn:" + name + "#" + pointer));
    }

    private Stream<Example> examplesOf(Example holder) {
        Stream<JsonNode> named = holder.value()
                .path("examples")
                .valueStream()
                .map(example -> resolve(example).path("value"));
        Stream<JsonNode> single = Stream.of(holder.value().path("example"));
        return Stream.concat(named, single)
                .filter(value -> !value.isMissingNode())
                .map(value -> new Example(holder.where(), value));
    }

    private static Stream<Example> nodes(String where, JsonNode node) {
        Stream<Example> below =
                node.propertyStream().flatMap(child -> nodes(where + "/" + escaped(child.getKey()), child.getValue()));
        return Stream.concat(Stream.of(new Example(where, node)), below);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    static Stream<OpenApiDocument> all() {
        return ContractFiles.files(ContractFiles.OPENAPI).stream().map(OpenApiDocument::read);
    }

    @Override
    public String toString() {
        return name;
    }
}
