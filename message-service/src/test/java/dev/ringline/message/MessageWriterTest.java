package dev.ringline.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageWriterTest {

    private final Messages messages = new InMemoryMessages();
    private final MessageWriter writer = new MessageWriter(messages, new InMemoryTombstones());

    @Test
    void writesTheLineOfAnEndedCall() {
        // Given
        EndedCall ended = Calls.completed("call-1", 125).call();

        // When
        MessageWriter.Result result = writer.write(ended);

        // Then
        assertThat(result).isEqualTo(MessageWriter.Result.WRITTEN);
        assertThat(messages.find("call-1", "bob")).contains(ended.message());
    }

    @Test
    void writesItOnceHoweverOftenTheEndIsTold() {
        // Given
        EndedCall ended = Calls.completed("call-1", 125).call();

        // When
        List<MessageWriter.Result> results =
                Stream.of(ended, ended, ended).map(writer::write).toList();

        // Then
        assertThat(results)
                .containsExactly(
                        MessageWriter.Result.WRITTEN, MessageWriter.Result.REPEATED, MessageWriter.Result.REPEATED);
        assertThat(messages.list(new Messages.Selection("alice", null, null, 10)))
                .hasSize(1);
    }

    @Test
    void leavesTheFirstLineWhenAnotherEndIsTold() {
        // Given
        EndedCall first = Calls.completed("call-1", 125).call();
        writer.write(first);

        // When
        MessageWriter.Result result = writer.write(Calls.missed("call-1").call());

        // Then
        assertThat(result).isEqualTo(MessageWriter.Result.CONFLICT);
        assertThat(messages.find("call-1", "alice")).contains(first.message());
    }

    @Test
    void writesALineForEveryCall() {
        // Given
        writer.write(Calls.missed("call-1").call());

        // When
        MessageWriter.Result result = writer.write(Calls.missed("call-2").call());

        // Then
        assertThat(result).isEqualTo(MessageWriter.Result.WRITTEN);
    }
}
