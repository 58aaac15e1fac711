package dev.ringline.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SimulatorTest
class ActiveSessionApiTest {

    private final SimulatorClient client;
    private String meeting = "";

    ActiveSessionApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void openAMeeting() {
        client.control("POST", "/reset");
        meeting = client.meeting();
    }

    @Test
    void showsTheSessionOfThoseWhoAreIn() {
        // Given
        String sessionId = joined("alice").text("/sessionId");
        joined("bob");
        // When
        Answer answer = client.kit("GET", session());
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/id")).isEqualTo(sessionId);
        assertThat(answer.text("/data/associated_id")).isEqualTo(meeting);
        assertThat(answer.text("/data/meeting_display_name")).isEqualTo("Weekly sync");
        assertThat(answer.text("/data/type")).isEqualTo("meeting");
        assertThat(answer.text("/data/status")).isEqualTo("LIVE");
        assertThat(answer.at("/data/live_participants").intValue()).isEqualTo(2);
        assertThat(answer.at("/data/max_concurrent_participants").intValue()).isEqualTo(2);
        assertThat(answer.at("/data/minutes_consumed").isNumber()).isTrue();
        assertThat(answer.at("/data/ended_at").isNull()).isTrue();
        assertThat(client.kitPath()).endsWith(answer.text("/data/organization_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/kick-all"})
    void findsNoSessionWhereNobodyIs(String path) {
        // Given
        client.control("DELETE", "/peers/" + joined("alice").text("/peerId"));
        // When
        Answer answer = client.kit(path.isEmpty() ? "GET" : "POST", session() + path);
        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/error/message")).isEqualTo("No active session found for meeting_id " + meeting);
    }

    @Test
    void kicksByCustomId() {
        // Given
        joined("alice");
        joined("bob");
        // When
        Answer answer = client.kit("POST", session() + "/kick", "{\"custom_participant_ids\":[\"alice\"]}");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/action")).isEqualTo("kick");
        assertThat(answer.text("/data/participants/0/name")).isEqualTo("Mary Sue");
        assertThat(client.kit("GET", session()).at("/data/live_participants").intValue())
                .isEqualTo(1);
    }

    @Test
    void kicksByParticipantId() {
        // Given
        String alice = joined("alice").text("/participantId");
        // When
        Answer answer = client.kit("POST", session() + "/kick", "{\"participant_ids\":[\"" + alice + "\"]}");
        // Then
        assertThat(answer.text("/data/participants/0/id")).isEqualTo(alice);
        assertThat(client.kit("GET", session()).status()).isEqualTo(404);
    }

    @Test
    void mutesAndAsksThoseWhoAreIn() {
        // Given
        joined("alice");
        // When
        Answer muted = client.kit("POST", session() + "/mute", "{\"custom_participant_ids\":[\"alice\"]}");
        Answer all = client.kit("POST", session() + "/mute-all", "{\"allow_unmute\":true}");
        Answer poll = client.kit("POST", session() + "/poll", "{\"question\":\"Tea?\",\"options\":[\"yes\",\"no\"]}");
        // Then
        assertThat(muted.text("/data/participants/0/name")).isEqualTo("Mary Sue");
        assertThat(all.at("/data/muted_participants_count").intValue()).isEqualTo(1);
        assertThat(poll.status()).isEqualTo(201);
        assertThat(poll.text("/data/poll/options/1/text")).isEqualTo("no");
    }

    @Test
    void doesNotKickWhoIsNotIn() {
        // Given
        joined("alice");
        String stranger = UUID.randomUUID().toString();
        // When
        Answer answer = client.kit("POST", session() + "/kick", "{\"participant_ids\":[\"" + stranger + "\"]}");
        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/error/message")).isEqualTo("No user found with id " + stranger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"participant_ids\":[]}", "{\"participant_ids\":[7]}"})
    void refusesABadKick(String body) {
        // Given
        joined("alice");
        // When
        Answer answer = client.kit("POST", session() + "/kick", body);
        // Then
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void kicksAllAndLetsThemStartAnotherSession() {
        // Given
        String before = joined("alice").text("/sessionId");
        joined("bob");
        // When
        Answer answer = client.kit("POST", session() + "/kick-all");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/action")).isEqualTo("kickAll");
        assertThat(answer.at("/data/kicked_participants_count").intValue()).isEqualTo(2);
        assertThat(joined("alice").text("/sessionId")).isNotEqualTo(before);
    }

    private Answer joined(String customId) {
        return client.join(client.participant(meeting, customId).text("/data/token"));
    }

    private String session() {
        return "/meetings/" + meeting + "/active-session";
    }
}
