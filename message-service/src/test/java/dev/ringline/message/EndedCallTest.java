package dev.ringline.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EndedCallTest {

    @Test
    void leavesALineForBothSides() {
        // Given
        EndedCall ended = Calls.completed("call-1", 125).call();

        // When
        SystemMessage message = ended.message();

        // Then
        assertThat(message.messageId()).isEqualTo("call-1");
        assertThat(message.conversationId()).isEqualTo("c1");
        assertThat(message.participants()).containsExactly("alice", "bob");
        assertThat(message.at()).isEqualTo(ended.call().endedAt());
        assertThat(message.call()).isEqualTo(ended.call());
    }

    @Test
    void leavesALineForTheCallerAloneWhenItWasSilent() {
        // Given
        EndedCall ended = Calls.missed("call-1").silently().call();

        // When
        SystemMessage message = ended.message();

        // Then
        assertThat(message.participants()).containsExactly("alice");
    }

    @Test
    void cannotHaveLastedLessThanNothing() {
        // Given
        Calls call = Calls.missed("call-1");

        // When, Then
        assertThatThrownBy(() -> call.lasting(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("durationSeconds: -1");
    }
}
