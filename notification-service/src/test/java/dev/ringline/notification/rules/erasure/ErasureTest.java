package dev.ringline.notification.rules.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private final Map<String, String> buried = new TreeMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Erasure erasure = new Erasure(new Graves(), List.of((userId, tombstone) -> kept.remove(userId)));

    private final class Graves implements Tombstones {

        @Override
        public Map<String, String> of(Collection<String> userIds) {
            var found = new TreeMap<>(buried);
            found.keySet().retainAll(userIds);
            return found;
        }

        @Override
        public String bury(String userId) {
            return buried.computeIfAbsent(userId, id -> "erased-" + id);
        }
    }

    @Test
    void keepsWhatIsToldOfAUser() {
        // When
        boolean done = erasure.unlessErased("bob", () -> kept.add("bob"));
        // Then
        assertThat(done).isTrue();
        assertThat(kept).containsExactly("bob");
    }

    @Test
    void keepsNothingOfAnErasedUser() {
        // Given
        erasure.erase("bob");
        // When
        boolean done = erasure.unlessErased("bob", () -> kept.add("bob"));
        // Then
        assertThat(done).isFalse();
        assertThat(kept).isEmpty();
    }

    @Test
    void keepsNothingOfAUserWhoIsErasedMeanwhile() {
        // When
        boolean done = erasure.unlessErased("bob", () -> {
            erasure.erase("bob");
            kept.add("bob");
        });
        // Then
        assertThat(done).isFalse();
        assertThat(kept).isEmpty();
    }

    @Test
    void keepsNothingOfAnErasedUserWhenTheOutcomeOfTheWriteIsUnknown() {
        // When
        var failure = assertThatThrownBy(() -> erasure.unlessErased("bob", () -> {
            erasure.erase("bob");
            kept.add("bob");
            throw new IllegalStateException("no answer in time");
        }));
        // Then
        failure.hasMessage("no answer in time");
        assertThat(kept).isEmpty();
    }

    @Test
    void forgetsOnceMoreWhoWasErasedMeanwhileAndNobodyElse() {
        // Given
        erasure.erase("alice");
        Set<String> before = erasure.erasedAmong(List.of("alice", "bob")).keySet();
        erasure.erase("bob");
        kept.addAll(List.of("alice", "bob", "carol"));
        // When
        erasure.eraseSince(List.of("alice", "bob", "carol"), before);
        // Then
        assertThat(kept).containsExactlyInAnyOrder("alice", "carol");
    }
}
