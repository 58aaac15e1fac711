package dev.ringline.contracts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every field of a record is in its schema and the other way round, with the same type and the same duty to be there. */
class RecordsMatchSchemasTest {

    @ParameterizedTest
    @EnumSource
    void agree(EventType type) {
        // Given
        JsonNode schema = ContractFiles.read(ContractFiles.schema(type));

        // When
        Class<? extends Event> record = type.record();

        // Then
        assertSameFields(record, schema, schema);
    }

    @Test
    void eachEventRecordTravelsAsOneType() {
        // When
        Set<Class<?>> records = leaves(Event.class).collect(toSet());

        // Then
        assertThat(Arrays.stream(EventType.values()).map(EventType::record))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(castAll(records));
    }

    @Test
    void everyTopicIsKnownAndUsed() {
        // When
        Set<String> used =
                Arrays.stream(EventType.values()).map(EventType::topic).collect(toSet());

        // Then
        assertThat(used).containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    private static void assertSameFields(Class<?> record, JsonNode object, JsonNode root) {
        Map<String, RecordComponent> components =
                components(record).collect(toMap(RecordComponent::getName, Function.identity()));
        assertThat(object.path("type").asString()).isEqualTo("object");
        assertThat(object.path("properties").propertyNames())
                .as("fields of %s", record.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(components.keySet());
        assertThat(SchemaFields.strings(object.path("required")))
                .as("required fields of %s", record.getSimpleName())
                .isEqualTo(required(components));
        components.forEach((name, component) -> assertSameType(
                component.getGenericType(), object.path("properties").path(name), root));
    }

    private static void assertSameType(Type type, JsonNode field, JsonNode root) {
        JsonNode definition = SchemaFields.definition(root, field);
        switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> {
                assertThat(definition.path("type").asString()).isEqualTo("array");
                assertSameType(list.getActualTypeArguments()[0], definition.path("items"), root);
            }
            case Class<?> scalar
            when scalar == Instant.class ->
                assertThat(definition.path("format").asString()).isEqualTo("date-time");
            case Class<?> constants
            when constants.isEnum() ->
                assertThat(SchemaFields.strings(definition.path("enum"))).isEqualTo(wireValues(constants));
            case Class<?> record when record.isRecord() -> assertSameFields(record, definition, root);
            default -> assertThat(jsonType(definition)).isEqualTo(jsonType(type));
        }
    }

    private static String jsonType(JsonNode definition) {
        JsonNode constant = definition.path("const");
        return constant.isString() ? "string" : definition.path("type").asString();
    }

    private static String jsonType(Type type) {
        return switch (type.getTypeName()) {
            case "java.lang.String" -> "string";
            case "long" -> "integer";
            case "boolean" -> "boolean";
            default -> throw new IllegalStateException("No JSON type is agreed for " + type);
        };
    }

    private static Set<String> required(Map<String, RecordComponent> components) {
        return components.values().stream()
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(toSet());
    }

    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private static Set<String> wireValues(Class<?> constants) {
        return Arrays.stream(constants.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .collect(toSet());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RecordsMatchSchemasTest::leaves)
                : Stream.of(type);
    }

    private static List<Class<? extends Event>> castAll(Set<Class<?>> records) {
        return records.stream()
                .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                .toList();
    }
}
