package dev.ringline.simulator.rest.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SimulatorTest
class PresetsApiTest {

    private final SimulatorClient client;

    PresetsApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void forgetEverything() {
        client.control("POST", "/reset");
    }

    @Test
    void listsTheDefaultsWithoutTheirContent() {
        // When
        Answer answer = client.kit("GET", "/presets?search=HOST&per_page=1");
        // Then
        assertThat(answer.at("/data/0").propertyNames())
                .containsExactlyInAnyOrder("id", "name", "created_at", "updated_at");
        assertThat(answer.text("/data/0/name")).isEqualTo("group_call_host");
        assertThat(answer.at("/paging/total_count").intValue()).isEqualTo(2);
    }

    @Test
    void makesAPresetThatParticipantsCanHave() {
        // Given
        client.kit("POST", "/presets", preset(one -> {}));
        String meeting = client.meeting();
        // When
        Answer answer = client.kit(
                "POST",
                "/meetings/" + meeting + "/participants",
                "{\"preset_name\":\"voice\",\"custom_participant_id\":\"alice\",\"name\":\"Alice\"}");
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/data/preset_name")).isEqualTo("voice");
    }

    @Test
    void refusesASecondPresetWithTheSameName() {
        // Given
        client.kit("POST", "/presets", preset(one -> {}));
        // When
        Answer answer = client.kit("POST", "/presets", preset(one -> {}));
        // Then
        assertThat(answer.status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config | \"config\" is required",
                "config.view_type | \"config.view_type\" is required",
                "permissions.chat.private.can_receive | \"permissions.chat.private.can_receive\" is required",
                "ui.design_tokens.colors.brand.300 | \"ui.design_tokens.colors.brand.300\" is required"
            })
    void demandsEveryField(String missing, String complaint) {
        // Given
        String pointer = "/" + missing.replace('.', '/');
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        // When
        Answer answer = client.kit("POST", "/presets", preset(one -> ((ObjectNode) one.at(parent)).remove(field)));
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: " + complaint);
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        // Given
        String path =
                "/presets/" + client.kit("POST", "/presets", preset(one -> {})).text("/data/id");
        // When
        Answer answer = client.kit("PATCH", path, "{\"permissions\":{\"chat\":{\"public\":{\"files\":false}}}}");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/permissions/chat/public/files").booleanValue())
                .isFalse();
        assertThat(answer.at("/data/permissions/chat/public/text").booleanValue())
                .isTrue();
        assertThat(answer.text("/data/name")).isEqualTo("voice");
    }

    @Test
    void replacesAndDeletes() {
        // Given
        String path =
                "/presets/" + client.kit("POST", "/presets", preset(one -> {})).text("/data/id");
        Answer replaced = client.kit("PUT", path, preset(one -> one.put("name", "other")));
        // When
        Answer deleted = client.kit("DELETE", path);
        // Then
        assertThat(replaced.text("/data/name")).isEqualTo("other");
        assertThat(deleted.text("/data/config/view_type")).isEqualTo("GROUP_CALL");
        assertThat(client.kit("GET", path).status()).isEqualTo(404);
    }

    /** A whole preset: that of a default under another name. */
    private String preset(Consumer<ObjectNode> change) {
        String id = client.kit("GET", "/presets").text("/data/0/id");
        ObjectNode preset = (ObjectNode) JsonMapper.shared()
                .valueToTree(client.kit("GET", "/presets/" + id).at("/data"));
        preset.remove("id");
        preset.remove("created_at");
        preset.remove("updated_at");
        preset.put("name", "voice");
        change.accept(preset);
        return preset.toString();
    }
}
