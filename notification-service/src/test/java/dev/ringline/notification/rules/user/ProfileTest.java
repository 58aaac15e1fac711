package dev.ringline.notification.rules.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @Test
    void showsANameWithoutWhatCannotBeShown() {
        assertThat(Profile.showing(" Alice\nExample\t", null)).isEqualTo(new Profile("Alice Example", null));
    }

    @Test
    void clipsALongNameBetweenCharacters() {
        // When
        Profile profile = Profile.showing("\uD83D\uDE00".repeat(200), null);
        // Then
        assertThat(profile.displayName()).isEqualTo("\uD83D\uDE00".repeat(128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "data:image/png;base64,AA", "https://a b", "picture.png"})
    void leavesOutAPictureThatIsNone(String picture) {
        assertThat(Profile.showing("Alice", picture)).isEqualTo(new Profile("Alice", null));
    }

    @Test
    void leavesOutAnEmptyName() {
        assertThat(Profile.showing(" \n", "https://a.example/b.png"))
                .isEqualTo(new Profile(null, "https://a.example/b.png"));
    }
}
