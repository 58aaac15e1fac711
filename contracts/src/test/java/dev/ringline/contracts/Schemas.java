package dev.ringline.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON Schema 2020-12 with formats as assertions. */
final class Schemas {

    private static final SchemaRegistryConfig STRICT =
            SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    private static final SchemaRegistry REGISTRY = registry(Map.of());
    private static final Schema METASCHEMA =
            REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    private Schemas() {}

    static Schema of(EventType type) {
        return of(ContractFiles.schema(type));
    }

    static Schema of(Path file) {
        return REGISTRY.getSchema(ContractFiles.read(file));
    }

    static SchemaRegistry registry(Map<String, String> documents) {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(documents).schemaRegistryConfig(STRICT));
    }

    static List<Error> errorsOfSchema(JsonNode schema) {
        return METASCHEMA.validate(schema);
    }
}
