package dev.ringline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SimulatorPropertiesTest {

    @Test
    void servesOneAccountWithTokensOfAHundredDaysUnlessToldOtherwise() {
        // When
        SimulatorProperties properties = bind(Map.of("api-token", "secret"));
        // Then
        assertThat(properties.tokenLifetime()).isEqualTo(Duration.ofDays(100));
        assertThat(properties.presets()).contains("group_call_host");
    }

    @Test
    void readsTheTokenFromItsFile(@TempDir Path folder) throws Exception {
        // Given
        Path file = Files.writeString(folder.resolve("token"), "from-a-file\n");
        // When
        SimulatorProperties properties = bind(Map.of("api-token-file", file.toString()));
        // Then
        assertThat(properties.acceptedToken()).isEqualTo("from-a-file");
    }

    @Test
    void doesNotStartWithoutAToken() {
        // When
        var binding = assertThatThrownBy(() -> bind(Map.of()));
        // Then
        binding.hasRootCauseMessage(
                "ringline.simulator: give either api-token or api-token-file: the token that clients must send");
    }

    @Test
    void doesNotStartWithTokensThatNeverLive() {
        // When
        var binding = assertThatThrownBy(() -> bind(Map.of("api-token", "secret", "token-lifetime", "0s")));
        // Then
        binding.hasRootCauseMessage("ringline.simulator: token-lifetime must be longer than zero, but is PT0S");
    }

    @Test
    void doesNotPrintTheToken() {
        // When
        String printed = bind(Map.of("api-token", "secret")).toString();
        // Then
        assertThat(printed).doesNotContain("secret");
    }

    private static SimulatorProperties bind(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((key, value) -> source.put("ringline.simulator." + key, value));
        return new Binder(source).bindOrCreate("ringline.simulator", SimulatorProperties.class);
    }
}
