package dev.ringline.meeting.realtimekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RealtimeKitPropertiesTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "ringline.realtimekit.account-id", "acc",
            "ringline.realtimekit.app-id", "app",
            "ringline.realtimekit.api-token-file", "pom.xml",
            "ringline.realtimekit.participant-key-file", "pom.xml");

    @Test
    void pointsAtTheRealProviderByDefault() {
        // When
        RealtimeKitProperties settings = bind(COMPLETE);

        // Then
        assertThat(settings.baseUrl()).hasToString("https://api.cloudflare.com/client/v4");
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertThatThrownBy(() -> bind(Map.of("ringline.realtimekit.app-id", "app")))
                .rootCause()
                .hasMessage("ringline.realtimekit: account-id is missing; api-token-file is missing;"
                        + " participant-key-file is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8085/client/v4", "http://127.0.0.1:1", "http://[::1]:1", "https://x.test"})
    void takesHttpsOrThisMachine(String url) {
        // When
        RealtimeKitProperties settings = bind(with("base-url", url));

        // Then
        assertThat(settings.baseUrl()).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, http://api.cloudflare.com/client/v4, base-url must be https",
        "base-url, http://localhost.example.test/, base-url must be https",
        "base-url, ftp://localhost/, base-url must be https",
        "base-url, /client/v4, base-url must be https",
        "account-id, a/../b, account-id may hold",
        "app-id, ' ', app-id is missing",
        "request-timeout, 0s, request-timeout is PT0S",
        "request-timeout, 5s, request-timeout is PT5S",
        "api-token-file, /absent, api-token-file names a file that cannot be read: /absent",
        "participant-key-file, /absent, participant-key-file names a file that cannot be read: /absent",
        "connect-timeout, -1s, connect-timeout is PT-1S",
    })
    void refusesWhatCannotWork(String name, String value, String sentence) {
        assertThatThrownBy(() -> bind(with(name, value)))
                .rootCause()
                .hasMessageStartingWith("ringline.realtimekit: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void namesTheFileOfASecretThatCannotBeRead(@TempDir Path folder) {
        assertThatThrownBy(() -> SecretFile.read("some.property", folder.resolve("absent")))
                .hasMessage("some.property: cannot read " + folder.resolve("absent"));
    }

    @Test
    void refusesAnEmptySecret(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), " \n");
        assertThatThrownBy(() -> SecretFile.read("some.property", file))
                .hasMessage("some.property: " + file + " is empty");
    }

    @Test
    void refusesAShortKeyWithoutPrintingIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "secret");
        assertThatThrownBy(() -> ParticipantKey.read(file))
                .hasMessageContaining("holds 6 bytes")
                .message()
                .doesNotContain("secret");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> properties = new HashMap<>(COMPLETE);
        properties.put("ringline.realtimekit." + name, value);
        return properties;
    }

    private static RealtimeKitProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("ringline.realtimekit", RealtimeKitProperties.class)
                .get();
    }
}
