package dev.ringline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is pushed to devices: one schema for each channel, samples of each kind. */
class PushPayloadsTest {

    private static final Path SCHEMAS = ContractFiles.SCHEMAS.resolve(ContractFiles.PUSH);
    private static final Path SAMPLES = ContractFiles.SAMPLES.resolve(ContractFiles.PUSH);

    /** The least that every provider takes. */
    private static final int MOST_BYTES = 4_096;

    @Test
    void everyChannelHasASchemaAndSamples() {
        // When
        Stream<String> schemas = schemas().map(schema -> schema.getFileName().toString());

        // Then
        assertThat(schemas)
                .containsExactlyInAnyOrder(
                        "apns-voip.schema.json", "apns-alert.schema.json", "fcm.schema.json", "webpush.schema.json");
        assertThat(ContractFiles.files(SAMPLES).stream()
                        .map(PushPayloadsTest::schemaOf)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ContractFiles.files(SCHEMAS));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void isValidUnderTheMetaschema(Path schema) {
        // When
        var errors = Schemas.errorsOfSchema(ContractFiles.read(schema));

        // Then
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void saysOfEachFieldWhatItMeans(Path schema) {
        // When
        JsonNode fields = ContractFiles.read(schema).path("properties");

        // Then
        assertThat(fields)
                .allSatisfy(field ->
                        assertThat(field.path("description").asString("")).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void obeysItsSchemaWithinWhatEveryProviderTakes(Path file) {
        // Given
        JsonNode sample = ContractFiles.read(file);

        // When
        var errors = Schemas.of(schemaOf(file)).validate(sample);

        // Then
        assertThat(errors).isEmpty();
        assertThat(sample.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcm", "webpush"})
    void thereIsASampleOfEveryKind(String channel) {
        // When
        Set<String> kinds = ContractFiles.files(SAMPLES.resolve(channel)).stream()
                .map(file -> ContractFiles.read(file).path("kind").asString())
                .collect(Collectors.toSet());

        // Then
        assertThat(kinds).containsExactlyInAnyOrder("ring", "call", "stop", "missed");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldThatNobodyDescribedBreaksTheSchema(Path file) {
        // Given
        ObjectNode sample = ContractFiles.read(file).asObject();

        // When
        sample.put("text", "hello");

        // Then
        assertThat(Schemas.of(schemaOf(file)).validate(sample)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apns-voip", "fcm", "webpush"})
    void aRingWithoutItsEndBreaksTheSchema(String channel) {
        // Given
        ObjectNode ring = ContractFiles.read(SAMPLES.resolve(channel).resolve("ring.json"))
                .asObject();

        // When
        ring.remove("ringDeadline");

        // Then
        assertThat(Schemas.of(SCHEMAS.resolve(channel + ".schema.json")).validate(ring))
                .isNotEmpty();
    }

    static Stream<Path> schemas() {
        return ContractFiles.files(SCHEMAS).stream();
    }

    static Stream<Arguments> samples() {
        return ContractFiles.files(SAMPLES).stream()
                .map(file -> argumentSet(SAMPLES.relativize(file).toString(), file));
    }

    private static Path schemaOf(Path sample) {
        return SCHEMAS.resolve(sample.getParent().getFileName() + ".schema.json");
    }
}
