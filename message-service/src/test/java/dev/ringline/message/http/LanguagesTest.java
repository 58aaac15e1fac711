package dev.ringline.message.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                          | de
            DE                          | de
            de-AT                       | de
            en-GB, de;q=0.9             | en
            fr, de;q=0.9, en;q=0.8      | de
            en;q=0.5, de;q=0.8          | de
            de;q=0                      | en
            fr                          | en
            *                           | en
            """)
    void speaksTheLanguageThatIsLikedBest(String header, String expected) {
        // When
        CallText text = languages.preferredBy(header);

        // Then
        assertThat(text.language()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ";", "de;q=much", "de;q=7", "%%%", "d_e", "de;;q=1", "\u0000", "-", "ü"})
    void speaksEnglishToWhoeverCannotBeUnderstood(String header) {
        // When
        CallText text = languages.preferredBy(header);

        // Then
        assertThat(text.language()).isEqualTo("en");
    }

    @Test
    void speaksEnglishToWhoeverDoesNotSay() {
        // When
        CallText text = languages.preferredBy(null);

        // Then
        assertThat(text.language()).isEqualTo("en");
    }
}
