package dev.ringline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceGuardTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final SequenceGuard guard = new SequenceGuard("test", metrics);

    @ParameterizedTest
    @CsvSource({
        "0, 1, true,  0", // the first
        "4, 5, true,  0", // the next
        "5, 5, true,  0", // again: its effects may not have been stored
        "5, 7, true,  0", // not everybody stores every sequence
        "5, 4, false, 1", // late
        "5, 1, false, 1"
    })
    void admitsWhatIsNotBehind(long last, long received, boolean admitted, double suppressed) {
        // Given
        long highest = last;

        // When
        boolean decided = guard.admits(highest, received);

        // Then
        assertThat(decided).isEqualTo(admitted);
        assertThat(metrics.counter("ringline.events.suppressed", "consumer", "test")
                        .count())
                .isEqualTo(suppressed);
    }
}
