package dev.ringline.notification.push.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.fcm.FcmProperties.App;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FcmPropertiesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"http://fcm.googleapis.com", "fcm.googleapis.com", "https://fcm.googleapis.com/v1", "file:///etc"
            })
    void takesHttpsAlone(String url) {
        assertThatThrownBy(() -> new FcmProperties(List.of(), URI.create(url)))
                .hasMessage("ringline.push.fcm.base-url must be https (http only for localhost), without a path");
    }

    @Test
    void saysThatAnAccountCannotBeRead() {
        assertThatThrownBy(() -> new App("app", folder.resolve("none")))
                .hasMessageContaining("apps[].service-account-file cannot be read");
    }

    @Test
    void saysThatAnAppIsMissing() {
        // Given
        Path file = Pem.file(folder, "account.json", "{}");
        // When, then
        assertThatThrownBy(() -> new App("", file)).hasMessage("ringline.push.fcm.apps[].app-id is missing");
    }

    @Test
    void aFileThatHoldsNoAccountStopsTheStartWithoutShowingIt() {
        // Given
        App app = new App("app", Pem.file(folder, "account.json", "{\"secret\":\"value\"}"));
        // When, then
        assertThatThrownBy(() -> ServiceAccount.read(app))
                .hasMessageContaining("is no key of a service account")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("value"));
    }
}
