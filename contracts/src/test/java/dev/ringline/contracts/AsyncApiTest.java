package dev.ringline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    private static final JsonNode DOCUMENT = ContractFiles.read(ContractFiles.ASYNCAPI);

    @Test
    void hasOneChannelPerTopic() {
        // When
        Stream<String> addresses = DOCUMENT.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asString());

        // Then
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    @ParameterizedTest
    @EnumSource
    void listsEachEventOnItsTopicAlone(EventType type) {
        // Given
        String name = type.record().getSimpleName();

        // When
        Set<String> topics = DOCUMENT.path("channels")
                .valueStream()
                .filter(channel -> channel.path("messages").has(name))
                .map(channel -> channel.path("address").asString())
                .collect(Collectors.toSet());

        // Then
        assertThat(topics).containsExactly(type.topic());
    }

    @ParameterizedTest
    @EnumSource
    void describesEachEventByNameHeaderAndSchema(EventType type) {
        // When
        JsonNode message =
                DOCUMENT.at("/components/messages").path(type.record().getSimpleName());

        // Then
        assertThat(message.path("name").asString()).isEqualTo(type.wireName());
        assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asString())
                .isEqualTo(type.wireName());
        assertThat(fileOf(message.at("/payload/schema/$ref").asString())).isEqualTo(ContractFiles.schema(type));
    }

    @Test
    void describesNoOtherEvent() {
        // When
        Collection<String> messages = DOCUMENT.at("/components/messages").propertyNames();

        // Then
        assertThat(messages)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(type -> type.record().getSimpleName())
                        .toList());
    }

    @Test
    void refersOnlyToWhatIsThere() {
        // When
        List<String> references = DOCUMENT.findValuesAsString("$ref");

        // Then
        assertThat(references).isNotEmpty().allMatch(AsyncApiTest::resolves);
    }

    @Test
    void namesOneWriterOfEachTopic() {
        // When
        Stream<String> written = DOCUMENT.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asString().equals("send"))
                .map(operation -> operation.at("/channel/$ref").asString());

        // Then
        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(Topics.all().stream()
                        .map(topic -> "#/channels/" + topic)
                        .toList());
    }

    private static boolean resolves(String reference) {
        return reference.startsWith("#/")
                ? !DOCUMENT.at(reference.substring(1)).isMissingNode()
                : Files.isRegularFile(fileOf(reference));
    }

    private static Path fileOf(String reference) {
        return ContractFiles.ASYNCAPI.resolveSibling(reference);
    }
}
