package dev.ringline.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void staysTheSameFromReleaseToRelease() {
        // Given
        List<Object> facts = Arrays.asList("call-1", 7, null, true);

        // When
        Fingerprint fingerprint = Fingerprint.of(facts);

        // Then
        assertThat(fingerprint.value()).isEqualTo("4d5c856280d5a510004fe127570d77d9690b96b9c1411e4a1cfc296b3710a3c2");
    }

    @Test
    void keepsFactsApartThatReadAlikeWhenJoined() {
        // Given
        Fingerprint one = Fingerprint.of(List.of("ab", "c"));

        // When
        Fingerprint other = Fingerprint.of(List.of("a", "bc"));

        // Then
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void keepsAnAbsentFactApartFromAnEmptyOne() {
        // Given
        Fingerprint absent = Fingerprint.of(Arrays.asList("a", null));

        // When
        Fingerprint empty = Fingerprint.of(List.of("a", ""));

        // Then
        assertThat(empty).isNotEqualTo(absent);
    }

    @Test
    void contradictsAnotherOneUnlessAUserWasErased() {
        // Given
        Fingerprint one = Fingerprint.of(List.of("a"));
        Fingerprint other = Fingerprint.of(List.of("b"));

        // When
        boolean contradicts = one.contradicts(other);

        // Then
        assertThat(contradicts).isTrue();
        assertThat(one.contradicts(one)).isFalse();
        assertThat(one.contradicts(Fingerprint.ERASED)).isFalse();
        assertThat(Fingerprint.ERASED.contradicts(one)).isFalse();
    }
}
