package dev.ringline.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

    private static final String KIT = "/client/v4/accounts/a/realtime/kit/b";

    @ParameterizedTest
    @CsvSource({
        "POST, /meetings, CREATE_MEETING",
        "GET, /meetings, LIST_MEETINGS",
        "GET, /meetings/1, GET_MEETING",
        "PATCH, /meetings/1, UPDATE_MEETING",
        "PUT, /meetings/1, REPLACE_MEETING",
        "POST, /meetings/1/participants, ADD_PARTICIPANT",
        "GET, /meetings/1/participants, LIST_PARTICIPANTS",
        "GET, /meetings/1/participants/2, GET_PARTICIPANT",
        "PATCH, /meetings/1/participants/2, UPDATE_PARTICIPANT",
        "DELETE, /meetings/1/participants/2, DELETE_PARTICIPANT",
        "POST, /meetings/1/participants/2/token, REFRESH_TOKEN",
        "GET, /meetings/1/active-session, GET_ACTIVE_SESSION",
        "POST, /meetings/1/active-session/kick, KICK",
        "POST, /meetings/1/active-session/kick-all, KICK_ALL"
    })
    void isKnownByMethodAndPath(String method, String path, Operation expected) {
        // When
        Optional<Operation> operation = Operation.of(method, KIT + path);
        // Then
        assertThat(operation).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /meetings/1", "POST, /meetings/1/kick", "GET, /apps", "GET, /meetings/1/2/active-session"})
    void isNotGuessed(String method, String path) {
        // When
        Optional<Operation> operation = Operation.of(method, KIT + path);
        // Then
        assertThat(operation).isEmpty();
    }

    @Test
    void knowsTheCheckOfTheApiToken() {
        // When
        Optional<Operation> operation = Operation.of("GET", "/client/v4/user/tokens/verify");
        // Then
        assertThat(operation).contains(Operation.VERIFY_API_TOKEN);
    }
}
