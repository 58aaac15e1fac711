package dev.ringline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Schema;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden samples: what they are, what the schemas say of them, and what a reader makes of them. */
class SamplesTest {

    /** As events are written and read: what is null stays away. */
    private static final JsonMapper WIRE = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** The fields that together name the subject of a topic's events. */
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            Topics.CALL_EVENTS, List.of("callId"),
            Topics.MEETING_EVENTS, List.of("callId"),
            Topics.MESSAGE_EVENTS, List.of("messageId"),
            Topics.DELIVERY_EVENTS, List.of("callId", "kind", "deviceId"),
            Topics.USER_EVENTS, List.of("userId"),
            Topics.PROVIDER_STATUS, List.of("provider"));

    /** The field that is the record key of a topic's events. */
    private static final Map<String, String> KEYS = Map.of(
            Topics.CALL_EVENTS, "callId",
            Topics.MEETING_EVENTS, "callId",
            Topics.MESSAGE_EVENTS, "conversationId",
            Topics.DELIVERY_EVENTS, "callId",
            Topics.USER_EVENTS, "userId",
            Topics.PROVIDER_STATUS, "provider");

    @Test
    void everySampleBelongsToAnEventType() {
        // Given
        List<Path> owned = Arrays.stream(EventType.values())
                .map(ContractFiles::samples)
                .flatMap(Collection::stream)
                .toList();

        // When
        List<Path> samples = ContractFiles.filesOfEvents(ContractFiles.SAMPLES);

        // Then
        assertThat(samples).containsExactlyInAnyOrderElementsOf(owned);
    }

    @Test
    void everyWayToEndACallHasASample() {
        // When
        Set<String> reasons = ContractFiles.samples(EventType.CALL_ENDED).stream()
                .map(sample -> ContractFiles.read(sample).path("reason").asString())
                .collect(Collectors.toSet());

        // Then
        assertThat(reasons)
                .isEqualTo(
                        SchemaFields.strings(definitions(EventType.CALL_ENDED).at("/endReason/enum")));
    }

    @ParameterizedTest
    @EnumSource
    void aLaterReleaseIsForeseen(EventType type) {
        // Given
        JsonNode known = ContractFiles.read(ContractFiles.schema(type)).path("properties");

        // When
        List<Path> samples = ContractFiles.samples(type);

        // Then
        assertThat(samples)
                .anyMatch(sample ->
                        ContractFiles.read(sample).propertyNames().stream().anyMatch(field -> !known.has(field)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void obeysItsSchema(EventType type, JsonNode sample) {
        // Given
        Schema schema = Schemas.of(type);

        // When
        var errors = schema.validate(sample);

        // Then
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comesBackFromItsRecordWithNothingLost(EventType type, JsonNode sample) {
        // Given
        Event event = WIRE.treeToValue(sample, type.record());

        // When
        JsonNode written = WIRE.readTree(WIRE.writeValueAsBytes(event));

        // Then
        assertThat(Schemas.of(type).validate(written)).isEmpty();
        assertThat(WIRE.treeToValue(written, type.record())).isEqualTo(event);
        assertThat(written).isEqualTo(knownPart(sample, type));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void isRefusedWithoutARequiredField(EventType type, String field) {
        // Given
        ObjectNode sample = anySample(type);

        // When
        sample.remove(field);

        // Then
        assertThat(Schemas.of(type).validate(sample)).isNotEmpty();
        assertThatThrownBy(() -> WIRE.treeToValue(sample, type.record())).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void readsNullAsAbsent(EventType type, String field) {
        // Given
        ObjectNode absent = anySample(type);
        absent.remove(field);

        // When
        ObjectNode isNull = absent.deepCopy().putNull(field);

        // Then
        assertThat(WIRE.treeToValue(isNull, type.record())).isEqualTo(WIRE.treeToValue(absent, type.record()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysWhatItIsAboutAndWhatKeepsItInOrder(EventType type, JsonNode sample) {
        // When
        Event event = WIRE.treeToValue(sample, type.record());

        // Then
        assertThat(event.subject()).isEqualTo(about(sample, SUBJECTS.get(type.topic())));
        assertThat(event.key()).isEqualTo(about(sample, List.of(KEYS.get(type.topic()))));
        assertThat(event.sequence()).isEqualTo(sample.path("sequence").asLong());
        assertThat(EventType.of(event)).isEqualTo(type);
    }

    static Stream<Arguments> samples() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> ContractFiles.samples(type).stream()
                        .map(file -> argumentSet(type + " " + file.getFileName(), type, ContractFiles.read(file))));
    }

    static Stream<Arguments> requiredFields() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> required(type).stream().map(field -> Arguments.of(type, field)));
    }

    static Stream<Arguments> optionalFields() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> fields(type).stream()
                        .filter(field -> !required(type).contains(field))
                        .map(field -> Arguments.of(type, field)));
    }

    private static String about(JsonNode sample, List<String> fields) {
        return fields.stream()
                .filter(sample::has)
                .map(field -> sample.path(field).asString())
                .collect(Collectors.joining("/"));
    }

    private static Collection<String> fields(EventType type) {
        return ContractFiles.read(ContractFiles.schema(type)).path("properties").propertyNames();
    }

    private static Set<String> required(EventType type) {
        return SchemaFields.strings(
                ContractFiles.read(ContractFiles.schema(type)).path("required"));
    }

    private static JsonNode definitions(EventType type) {
        return ContractFiles.read(ContractFiles.schema(type)).path("$defs");
    }

    private static ObjectNode anySample(EventType type) {
        return ContractFiles.read(ContractFiles.samples(type).getFirst()).asObject();
    }

    private static JsonNode knownPart(JsonNode sample, EventType type) {
        ObjectNode known = sample.deepCopy().asObject();
        known.retain(fields(type));
        JsonNode line = definitions(type).at("/callLine/properties");
        if (line.isObject()) {
            known.path("call").asObject().retain(line.propertyNames());
        }
        return known;
    }
}
