package dev.ringline.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatorTest
class ParticipantsApiTest {

    private final SimulatorClient client;
    private String meeting = "";

    ParticipantsApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void openAMeeting() {
        client.control("POST", "/reset");
        meeting = client.meeting();
    }

    @Test
    void addsAParticipantWithAToken() {
        // When
        Answer answer = client.participant(meeting, "user-123");
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/data").propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "picture",
                        "custom_participant_id",
                        "preset_name",
                        "created_at",
                        "updated_at",
                        "token");
        assertThat(answer.text("/data/custom_participant_id")).isEqualTo("user-123");
        assertThat(answer.text("/data/preset_name")).isEqualTo("group_call_host");
        assertThat(answer.text("/data/token")).startsWith("eyJ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"custom_participant_id\":\"u\"} | \"preset_name\" is required",
                "{\"preset_name\":\"group_call_host\"} | \"custom_participant_id\" is required",
                "{\"preset_name\":\"group_call_host\",\"custom_participant_id\":\"\"} | \"custom_participant_id\" is not allowed to be empty",
                "{\"preset_name\":\"group_call_host\",\"custom_participant_id\":\"u\",\"picture\":\"x\"} | \"picture\" must be a valid uri",
                "{\"preset_name\":\"group_call_host\",\"client_specific_id\":\"u\"} | \"custom_participant_id\" is required",
                "{\"preset_name\":\"nobody\",\"custom_participant_id\":\"u\"} | no preset found with name nobody"
            })
    void refusesABadParticipant(String body, String complaint) {
        // When
        Answer answer = client.kit("POST", participants(), body);
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: " + complaint);
    }

    @Test
    void doesNotAddToAMeetingThatWasNeverMade() {
        // When
        Answer answer = client.participant(UUID.randomUUID().toString(), "user-123");
        // Then
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void doesNotAddToAnInactiveMeeting() {
        // Given
        client.kit("PATCH", "/meetings/" + meeting, "{\"status\":\"INACTIVE\"}");
        // When
        Answer answer = client.participant(meeting, "user-123");
        // Then
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"UPSERT, 201, 1", "DUPLICATE, 201, 2", "CONFLICT, 409, 1"})
    void treatsASecondAddAsItIsToldTo(String duplicates, int status, int participants) {
        // Given
        client.control("PATCH", "/behaviour", "{\"duplicates\":\"" + duplicates + "\"}");
        client.participant(meeting, "user-123");
        // When
        Answer second = client.participant(meeting, "user-123");
        // Then
        assertThat(second.status()).isEqualTo(status);
        assertThat(client.kit("GET", participants()).at("/data").size()).isEqualTo(participants);
    }

    @Test
    void listsParticipantsWithoutTokens() {
        // Given
        String id = client.participant(meeting, "user-123").text("/data/id");
        client.participant(meeting, "user-456");
        // When
        Answer answer = client.kit("GET", participants() + "?per_page=1");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/0/id")).isEqualTo(id);
        assertThat(answer.body()).doesNotContain("token");
        assertThat(answer.at("/paging/total_count").intValue()).isEqualTo(2);
    }

    @Test
    void showsAParticipantWithoutAToken() {
        // Given
        String id = client.participant(meeting, "user-123").text("/data/id");
        // When
        Answer answer = client.kit("GET", participants() + "/" + id);
        // Then
        assertThat(answer.text("/data/name")).isEqualTo("Mary Sue");
        assertThat(answer.at("/data").has("token")).isFalse();
    }

    @Test
    void changesAParticipantAndHandsOutANewToken() {
        // Given
        String id = client.participant(meeting, "user-123").text("/data/id");
        // When
        Answer answer =
                client.kit("PATCH", participants() + "/" + id, "{\"name\":null,\"preset_name\":\"group_call_guest\"}");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/name")).isEqualTo("Mary Sue");
        assertThat(answer.text("/data/preset_name")).isEqualTo("group_call_guest");
        assertThat(answer.text("/data/token")).startsWith("eyJ");
    }

    @Test
    void showsThePresetAndNoIdOfADeletedParticipant() {
        // Given
        String id = client.participant(meeting, "user-123").text("/data/id");
        // When
        Answer answer = client.kit("DELETE", participants() + "/" + id);
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data").propertyNames())
                .containsExactlyInAnyOrder("custom_participant_id", "preset_id", "created_at", "updated_at");
        assertThat(client.kit("GET", participants() + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void refreshesATokenAndLeavesTheOldOneGood() {
        // Given
        Answer added = client.participant(meeting, "user-123");
        // When
        Answer answer = client.kit("POST", participants() + "/" + added.text("/data/id") + "/token");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data").propertyNames()).containsExactly("token");
        assertThat(client.join(answer.text("/data/token")).status()).isEqualTo(201);
        assertThat(client.join(added.text("/data/token")).status()).isEqualTo(201);
    }

    @Test
    void doesNotRefreshTheTokenOfNobody() {
        // When
        Answer answer = client.kit("POST", participants() + "/" + UUID.randomUUID() + "/token");
        // Then
        assertThat(answer.status()).isEqualTo(404);
    }

    private String participants() {
        return "/meetings/" + meeting + "/participants";
    }
}
