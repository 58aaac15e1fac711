package dev.ringline.notification.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @MethodSource
    void refusesWhatCannotWork(String name, Supplier<StreamProperties> settings) {
        // When
        var refusal = assertThatThrownBy(settings::get);
        // Then
        refusal.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ringline.stream." + name);
    }

    static Stream<Arguments> refusesWhatCannotWork() {
        return Stream.of(
                settings("max-connections", () -> new StreamProperties(0, 1, 1, SECOND, SECOND)),
                settings("max-per-user", () -> new StreamProperties(1, 0, 1, SECOND, SECOND)),
                settings("buffer", () -> new StreamProperties(1, 1, 0, SECOND, SECOND)),
                settings("keep-alive", () -> new StreamProperties(1, 1, 1, Duration.ZERO, SECOND)),
                settings("reconnect-within", () -> new StreamProperties(1, 1, 1, SECOND, SECOND.negated())));
    }

    private static Arguments settings(String name, Supplier<StreamProperties> settings) {
        return Arguments.of(name, settings);
    }
}
