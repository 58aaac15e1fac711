package dev.ringline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.messaging.MessagingProperties.GroupProtocol;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MessagingPropertiesTest {

    @Test
    void hasDefaults() {
        // Given
        Map<String, String> nothing = Map.of();

        // When
        MessagingProperties properties = bind(nothing);

        // Then
        assertThat(properties)
                .isEqualTo(new MessagingProperties(
                        GroupProtocol.CONSUMER,
                        Duration.ofSeconds(5),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5),
                        5));
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledgement, 0s",
        "acknowledgement, -1s",
        "first-retry, 0ms",
        "longest-retry, 50ms",
        "unknown-retries, -1",
        "unknown-retries, 21"
    })
    void namesTheSettingThatCannotBe(String name, String value) {
        // Given
        Map<String, String> settings = Map.of("ringline.messaging." + name, value);

        // When, Then
        assertThatThrownBy(() -> bind(settings))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ringline.messaging." + name + ": ");
    }

    private static MessagingProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("ringline.messaging", MessagingProperties.class);
    }
}
