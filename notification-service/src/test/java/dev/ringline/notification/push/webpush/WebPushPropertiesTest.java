package dev.ringline.notification.push.webpush;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.notification.push.Pem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPushPropertiesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.com.",
                "https://push.example",
                "Push.example",
                "*.*.example",
                "push.example:443",
                "localhost"
            })
    void takesNamesOfHostsAlone(String host) {
        assertThatThrownBy(() -> new WebPushProperties(null, null, null, List.of(host), List.of()))
                .hasMessage("ringline.push.webpush.hosts must be names in lower case, such as *.push.example");
    }

    @Test
    void saysThatALocalEndpointHasNoPort() {
        assertThatThrownBy(() -> new WebPushProperties(null, null, null, List.of(), List.of("localhost")))
                .hasMessage("ringline.push.webpush.local-endpoints must be host:port in lower case");
    }

    @Test
    void saysThatOneKeyNeedsTheOther() {
        // Given
        Path file = Pem.file(folder, "key.pem", "key");
        // When, then
        assertThatThrownBy(() -> new WebPushProperties(file, null, "mailto:a@b", List.of(), List.of()))
                .hasMessage("ringline.push.webpush.private-key-file and public-key-file go together");
    }

    @Test
    void saysThatKeysNeedASubject() {
        // Given
        Path file = Pem.file(folder, "key.pem", "key");
        // When, then
        assertThatThrownBy(() -> new WebPushProperties(file, file, "ops", List.of(), List.of()))
                .hasMessage("ringline.push.webpush.subject must be mailto:… or https://…");
    }
}
