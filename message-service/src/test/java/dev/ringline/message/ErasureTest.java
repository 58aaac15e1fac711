package dev.ringline.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private final Messages messages = new InMemoryMessages();
    private final Tombstones tombstones = new InMemoryTombstones();
    private final MessageWriter writer = new MessageWriter(messages, tombstones);
    private final Erasure erasure = new Erasure(messages, tombstones);

    @Test
    void takesAUserOutOfAllMessages() {
        // Given
        writer.write(Calls.completed("call-1", 125).call());
        writer.write(Calls.missed("call-2").between("bob", "alice").call());

        // When
        long changed = erasure.erase("alice");

        // Then
        assertThat(changed).isEqualTo(2);
        assertThat(message("call-1").participants()).containsExactly(tombstone(), "bob");
        assertThat(message("call-2").call().calleeId()).isEqualTo(tombstone());
        assertThat(messages.find("call-1", "alice")).isEmpty();
    }

    @Test
    void findsNothingTheSecondTime() {
        // Given
        writer.write(Calls.completed("call-1", 125).call());
        erasure.erase("alice");
        SystemMessage before = message("call-1");

        // When
        long changed = erasure.erase("alice");

        // Then
        assertThat(changed).isZero();
        assertThat(message("call-1")).isEqualTo(before);
    }

    @Test
    void bringsNobodyBackWithALateEnd() {
        // Given
        erasure.erase("alice");

        // When
        MessageWriter.Result result =
                writer.write(Calls.completed("call-1", 125).call());

        // Then
        assertThat(result).isEqualTo(MessageWriter.Result.WRITTEN);
        assertThat(message("call-1").participants()).containsExactly(tombstone(), "bob");
        assertThat(message("call-1").call().callerId()).isEqualTo(tombstone());
    }

    @Test
    void bringsNobodyBackWithAReplay() {
        // Given
        EndedCall ended = Calls.completed("call-1", 125).call();
        writer.write(ended);
        erasure.erase("alice");
        SystemMessage before = message("call-1");

        // When
        MessageWriter.Result result = writer.write(ended);

        // Then
        assertThat(result).isEqualTo(MessageWriter.Result.REPEATED);
        assertThat(message("call-1")).isEqualTo(before);
    }

    @Test
    void takesOutWhoIsErasedWhileTheLineIsWritten() {
        // Given
        MessageWriter slow = new MessageWriter(messages, new ErasedAfterTheFirstLook());

        // When
        slow.write(Calls.completed("call-1", 125).call());

        // Then
        assertThat(message("call-1").participants()).containsExactly(tombstone(), "bob");
    }

    @Test
    void keepsNothingThatTellsWhoWasErased() {
        // Given
        EndedCall ended = Calls.completed("call-1", 125).call();
        erasure.erase("alice");

        // When
        writer.write(ended);

        // Then
        assertThat(messages.keep(ended.message(), ended.fingerprint())).contains(Fingerprint.ERASED);
    }

    private SystemMessage message(String callId) {
        return messages.find(callId, "bob").orElseThrow();
    }

    private String tombstone() {
        return tombstones.bury("alice");
    }

    /** Alice's erasure passes in between: over before the line is there, and after the writer looked for her. */
    private final class ErasedAfterTheFirstLook implements Tombstones {

        @Override
        public Map<String, String> of(Collection<String> userIds) {
            Map<String, String> seen = tombstones.of(userIds);
            erasure.erase("alice");
            return seen;
        }

        @Override
        public String bury(String userId) {
            return tombstones.bury(userId);
        }
    }
}
