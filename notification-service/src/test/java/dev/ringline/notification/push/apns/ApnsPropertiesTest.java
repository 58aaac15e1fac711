package dev.ringline.notification.push.apns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.apns.ApnsProperties.Key;
import dev.ringline.notification.push.outbound.TlsServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApnsPropertiesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
            ''  | TEAM123456 | KEY1234567 | ringline.push.apns.keys[].app-id is missing
            app | team123456 | KEY1234567 | ringline.push.apns.keys[].team-id must be ten capital letters and digits
            app | TEAM123456 | KEY        | ringline.push.apns.keys[].key-id must be ten capital letters and digits
            """, delimiter = '|')
    void saysWhatIsWrongWithAKey(String app, String team, String key, String sentence) {
        // Given
        Path file = Pem.file(folder, "key.p8", "key");
        // When, then
        assertThatThrownBy(() -> new Key(app, team, key, file)).hasMessage(sentence);
    }

    @Test
    void saysThatAKeyCannotBeRead() {
        assertThatThrownBy(() -> new Key("app", "TEAM123456", "KEY1234567", folder.resolve("none")))
                .hasMessageContaining("key-file cannot be read");
    }

    @Test
    void saysThatAHostHasNoPort() {
        assertThatThrownBy(() -> settings(List.of(), "api.push.apple.com"))
                .hasMessage("ringline.push.apns.production-host must be host:port");
    }

    @Test
    void saysThatAnAppIsNamedTwice() {
        // Given
        Key key = Apple.key(folder);
        // When, then
        assertThatThrownBy(() -> settings(List.of(key, key), "localhost:1"))
                .hasMessage("ringline.push.apns.keys names an app twice");
    }

    @Test
    void aFileThatHoldsNoKeyStopsTheStartWithoutShowingIt() {
        // Given
        Key key = new Key("app", "TEAM123456", "KEY1234567", Pem.file(folder, "key.p8", "not a key"));
        // When, then
        assertThatThrownBy(() -> new ApnsClients(
                        settings(List.of(key), "localhost:1"), TlsServer.trusting(Duration.ofSeconds(1))))
                .hasMessageContaining("is no key of Apple")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("not a key"));
    }

    private static ApnsProperties settings(List<Key> keys, String productionHost) {
        return new ApnsProperties(keys, productionHost, "localhost:2", "Incoming call", "Missed call");
    }
}
