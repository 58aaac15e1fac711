package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String LIST = "/v1/things";

    private final Cursor cursor = new Cursor(Instant.parse("2026-01-31T12:00:00.123Z"), "0198 with a space");

    @Test
    void readsWhatItWrote() {
        // When
        var decoded = Cursor.decoded(cursor.encoded(LIST), LIST);

        // Then
        assertThat(decoded).contains(cursor);
    }

    @Test
    void belongsToItsList() {
        // When
        var decoded = Cursor.decoded(cursor.encoded(LIST), "/v1/others");

        // Then
        assertThat(decoded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noSpace", " L id", "12x L id", "99999999999999999999 L id", "1 L ", "1 id", "1  id"})
    void refusesWhatItDidNotWrite(String content) {
        // Given
        var tagged = content.replace("L", Integer.toHexString(LIST.hashCode()));
        var text = Base64.getUrlEncoder().encodeToString(tagged.getBytes());

        // When
        var decoded = Cursor.decoded(text, LIST);

        // Then
        assertThat(decoded).isEmpty();
    }
}
