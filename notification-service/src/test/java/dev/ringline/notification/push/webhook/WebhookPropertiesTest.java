package dev.ringline.notification.push.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.webhook.WebhookProperties.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPropertiesTest {

    private static final Set<String> EVENTS = Set.of("call.ended");

    @TempDir
    private Path folder;

    @Test
    void takesHttpToANamedLocalEndpointAlone() {
        // Given
        var endpoint = new Endpoint(URI.create("http://backend:9000/hook"), file("x"), EVENTS);
        // When, then
        assertThatCode(() -> new WebhookProperties(List.of(endpoint), List.of("backend:9000")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new WebhookProperties(List.of(endpoint), List.of()))
                .hasMessage("ringline.webhooks.endpoints[].url must be https (http only for local-endpoints): backend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hook", "https:///hook", "https://user@backend/hook"})
    void saysThatAUrlIsNone(String url) {
        assertThatThrownBy(() -> new Endpoint(URI.create(url), file("x"), EVENTS))
                .hasMessage("ringline.webhooks.endpoints[].url must be a URL with a host and without a user");
    }

    @Test
    void saysWhichEventsThereAre() {
        assertThatThrownBy(() -> new Endpoint(URI.create("https://a.example/"), file("x"), Set.of("call.missed")))
                .hasMessageContaining("must be of [call.initiated, call.answered, call.ended, message.created]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "whsec_", "whsec_AAAA", "whsec_!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void aSecretThatIsNoneStopsTheStartWithoutShowingIt(String secret) {
        // Given
        Path file = file(secret);
        // When, then
        assertThatThrownBy(() -> WebhookSecret.read(file))
                .hasMessageContaining("must hold whsec_ and 24 to 64 bytes in base64")
                .satisfies(failure ->
                        assertThat(failure.getMessage()).doesNotContain("AAAA").doesNotContain("plain"));
    }

    private Path file(String content) {
        return Pem.file(folder, "secret", content);
    }
}
