package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsWhatItWrote() {
        // Given
        var cursor = new Cursor(Instant.parse("2026-01-31T12:00:00.123Z"), "0198 with a space");

        // When
        var decoded = Cursor.decoded(cursor.encoded());

        // Then
        assertThat(decoded).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noSpace", " id", "12x id", "99999999999999999999 id", "1 "})
    void refusesWhatItDidNotWrite(String content) {
        // Given
        var text = Base64.getUrlEncoder().encodeToString(content.getBytes());

        // When
        var decoded = Cursor.decoded(text);

        // Then
        assertThat(decoded).isEmpty();
    }
}
