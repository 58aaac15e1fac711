package dev.ringline.duework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWorkSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "-PT1S, 1, 1, lease: PT-1S (expected: zero or more)",
        "PT1S, 0, 1, batch: 0 (expected: at least 1)",
        "PT1S, 1, 0, concurrency: 0 (expected: at least 1)"
    })
    void saysWhichSettingCannotBe(Duration lease, int batch, int concurrency, String sentence) {
        // Given, When, Then
        assertThatThrownBy(() -> new DueWorkSettings(lease, batch, concurrency)).hasMessage(sentence);
    }

    @Test
    void knowsWorkWithoutALease() {
        // Given
        DueWorkSettings settings = DueWorkSettings.unleased();

        // When
        Duration lease = settings.lease();

        // Then
        assertThat(lease).isZero();
    }
}
