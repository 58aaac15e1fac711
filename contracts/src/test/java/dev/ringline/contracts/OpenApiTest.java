package dev.ringline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import dev.ringline.contracts.OpenApiDocument.Example;
import dev.ringline.contracts.OpenApiDocument.Operation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private static final Pattern FRAME = Pattern.compile("event:(\\S+)\ndata:(.*)\n");

    static Stream<OpenApiDocument> documents() {
        return OpenApiDocument.all();
    }

    @Test
    void noTwoOperationsShareAName() {
        // When
        Stream<String> names = documents()
                .flatMap(OpenApiDocument::operations)
                .map(operation -> operation.node().path("operationId").asString());

        // Then
        assertThat(names).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void refersOnlyToWhatIsThere(OpenApiDocument document) {
        // When
        List<String> references = document.root().findValuesAsString("$ref");

        // Then
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference)
                        .startsWith("#/")
                        .satisfies(local -> assertThat(
                                        document.at(local.substring(1)).isMissingNode())
                                .isFalse()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leavesNoComponentUnused(OpenApiDocument document) {
        // Given
        Set<String> used = Set.copyOf(document.root().findValuesAsString("$ref"));

        // When
        Stream<String> components = document.at("/components")
                .propertyStream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue().propertyNames().stream()
                        .map(name -> "#/components/" + kind.getKey() + "/" + name));

        // Then
        assertThat(components).isNotEmpty().allMatch(used::contains);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void holdsValidSchemasOnly(OpenApiDocument document) {
        // When
        Stream<String> pointers = document.schemaPointers();

        // Then
        assertThat(pointers)
                .isNotEmpty()
                .allSatisfy(pointer ->
                        assertThat(Schemas.errorsOfSchema(document.at(pointer))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void showsExamplesThatObeyTheirSchemas(OpenApiDocument document) {
        // When
        Stream<Example> examples = document.examples();

        // Then
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(
                                document.schemaAt(example.where() + "/schema").validate(example.value()))
                        .as(example.where())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void explainsEveryOperation(OpenApiDocument document) {
        // When
        Stream<Operation> operations = document.operations();

        // Then
        assertThat(operations).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.where()).startsWith("/paths/~1v1~1");
            assertThat(operation.node().propertyNames()).contains("summary", "description", "tags", "responses");
            assertThat(operation.node().path("parameters"))
                    .allSatisfy(
                            parameter -> assertThat(document.resolve(parameter).propertyNames())
                                    .contains("name", "in", "description", "schema", "example"));
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void declaresEveryPathParameter(OpenApiDocument document) {
        // When
        Stream<Operation> operations = document.operations();

        // Then
        assertThat(operations)
                .allSatisfy(operation -> assertThat(parameters(document, operation, "path"))
                        .isEqualTo(Pattern.compile("\\{(\\w+)}")
                                .matcher(operation.where())
                                .results()
                                .map(match -> match.group(1))
                                .collect(Collectors.toSet())));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void saysWhatEveryOperationAnswersOnABadDay(OpenApiDocument document) {
        // When
        Stream<Operation> operations = document.operations();

        // Then
        assertThat(operations).allSatisfy(operation -> {
            JsonNode responses = operation.node().path("responses");
            assertThat(responses.propertyNames()).as(operation.where()).contains("200", "400", "401", "503");
            assertThat(responses.has("404"))
                    .as(operation.where())
                    .isEqualTo(operation.where().matches(".*\\{(call|message)Id}.*"));
            assertThat(document.resolve(responses.path("503")).path("headers").has("Retry-After"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void answersEveryErrorAsAProblemWithNamedCodes(OpenApiDocument document) {
        // When
        Stream<JsonNode> errors = document.operations()
                .flatMap(operation -> operation.node().path("responses").propertyStream())
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .map(response -> document.resolve(response.getValue()));

        // Then
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertThat(error.path("content").propertyNames()).containsExactly("application/problem+json");
            JsonNode schema =
                    error.path("content").path("application/problem+json").path("schema");
            assertThat(SchemaFields.strings(schema.path("allOf").path(1).at("/properties/code/enum")))
                    .isNotEmpty()
                    .allMatch(code -> error.path("description").asString().contains("`" + code + "`"));
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void asksForABearerToken(OpenApiDocument document) {
        // When
        JsonNode schemes = document.at("/components/securitySchemes");

        // Then
        assertThat(document.at("/security/0").has("bearer")).isTrue();
        assertThat(schemes.at("/bearer/scheme").asString()).isEqualTo("bearer");
        assertThat(document.operations())
                .noneMatch(operation -> operation.node().has("security"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void asksForTheDeviceWhereDevicesMatter(OpenApiDocument document) {
        // Given
        Predicate<Operation> matters = operation -> !document.name().equals("message-service.yaml")
                && !operation.where().matches(".*~1(admin~1.*|seen/post|devices.*|preferences/.*|push-config/get)");

        // When
        Stream<Operation> operations = document.operations();

        // Then
        assertThat(operations)
                .allSatisfy(operation -> assertThat(
                                parameters(document, operation, "header").contains("Ringline-Device"))
                        .isEqualTo(matters.test(operation)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void knowsTheValuesThatEventsKnow(OpenApiDocument document) {
        // Given
        JsonNode definitions =
                ContractFiles.read(ContractFiles.schema(EventType.CALL_ENDED)).path("$defs");

        // When
        List<JsonNode> reasons = document.at("/components/schemas").findValues("enum").stream()
                .filter(values -> SchemaFields.strings(values).contains("hangup"))
                .toList();

        // Then
        assertThat(reasons)
                .isNotEmpty()
                .allSatisfy(values -> assertThat(SchemaFields.strings(values))
                        .containsAll(SchemaFields.strings(definitions.at("/endReason/enum"))));
    }

    @Test
    void describesEveryFrameOfTheStream() {
        // Given
        OpenApiDocument document = OpenApiDocument.read(ContractFiles.OPENAPI.resolve("notification-service.yaml"));
        JsonNode stream = document.at("/paths/~1v1~1stream/get");

        // When
        JsonNode frames = stream.at("/responses/200/content/text~1event-stream/x-ringline-frames");

        // Then
        assertThat(frames)
                .isNotEmpty()
                .allSatisfy(
                        frame -> assertThat(frame.propertyNames()).containsExactly("description", "schema", "example"));
        assertThat(stream.path("description").asString().lines().filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(frames)
                .allMatch(line -> frames.has(line.split("`")[1]));
    }

    @Test
    void showsAStreamWhoseFramesObeyTheirSchemas() {
        // Given
        OpenApiDocument document = OpenApiDocument.read(ContractFiles.OPENAPI.resolve("notification-service.yaml"));
        String content = "/paths/~1v1~1stream/get/responses/200/content/text~1event-stream";

        // When
        Matcher frames =
                FRAME.matcher(document.at(content + "/examples/ring/value").asString());

        // Then
        assertThat(frames.results())
                .hasSize(3)
                .allSatisfy(frame -> assertThat(
                                document.schemaAt(content + "/x-ringline-frames/" + frame.group(1) + "/schema")
                                        .validate(frame.group(2), InputFormat.JSON))
                        .isEmpty());
    }

    private static Set<String> parameters(OpenApiDocument document, Operation operation, String place) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .map(document::resolve)
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toSet());
    }
}
