package dev.ringline.erasure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyedHashTest {

    @Test
    void isHmacSha256() {
        // Given
        KeyedHash hash = new KeyedHash("Jefe".getBytes(US_ASCII));

        // When
        String value = hash.of("what do ya want for nothing?");

        // Then
        assertThat(value).isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void isAnotherOneWithAnotherKey() {
        // Given
        KeyedHash one = new KeyedHash("one".getBytes(US_ASCII));
        KeyedHash other = new KeyedHash("other".getBytes(US_ASCII));

        // When
        String value = one.of("alice");

        // Then
        assertThat(value).isNotEqualTo(other.of("alice")).isEqualTo(one.of("alice"));
    }
}
