package dev.ringline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class SchemaFilesTest {

    @Test
    void everySchemaBelongsToAnEventType() {
        // When
        List<Path> schemas = ContractFiles.filesOfEvents(ContractFiles.SCHEMAS);

        // Then
        assertThat(schemas)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(ContractFiles::schema)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void isValidUnderTheMetaschema(EventType type) {
        // Given
        JsonNode schema = ContractFiles.read(ContractFiles.schema(type));

        // When
        var errors = Schemas.errorsOfSchema(schema);

        // Then
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void namesItsEventAndVersion(EventType type) {
        // When
        JsonNode schema = ContractFiles.read(ContractFiles.schema(type));

        // Then
        String version = type.wireName().replaceFirst(".*\\.v", "");
        assertThat(schema.path("title").asString()).isEqualTo(type.record().getSimpleName() + ", version " + version);
    }

    @ParameterizedTest
    @EnumSource
    void needsNoOtherFile(EventType type) {
        // When
        List<String> references = ContractFiles.read(ContractFiles.schema(type)).findValuesAsString("$ref");

        // Then
        assertThat(references).isNotEmpty().allMatch(reference -> reference.startsWith("#/$defs/"));
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEachFieldWhatItMeans(EventType type) {
        // Given
        JsonNode schema = ContractFiles.read(ContractFiles.schema(type));

        // When
        var silent = fields(schema)
                .map(field -> SchemaFields.resolve(schema, field))
                .filter(field -> field.path("description").asString("").isBlank());

        // Then
        assertThat(silent).isEmpty();
    }

    private static Stream<JsonNode> fields(JsonNode schema) {
        return schema.findValues("properties").stream()
                .filter(properties ->
                        properties.valueStream().noneMatch(field -> field.has("const") && field.size() == 1))
                .flatMap(JsonNode::valueStream);
    }
}
