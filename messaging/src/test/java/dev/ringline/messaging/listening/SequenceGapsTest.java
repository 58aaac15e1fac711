package dev.ringline.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.messaging.EventMetadata;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceGapsTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final SequenceGaps gaps = new SequenceGaps(metrics);

    @ParameterizedTest
    @CsvSource({
        "1 2 3,     0",
        "1 1 2 1 2, 0", // repeats
        "3 4,       0", // begun in the middle
        "1 3,       1",
        "1 2 5 6 9, 2"
    })
    void countsWhatIsMissingBetweenTwoEvents(String sequences, double missing) {
        // When
        Arrays.stream(sequences.split(" "))
                .mapToLong(Long::parseLong)
                .mapToObj(sequence -> event("call-1", sequence))
                .forEach(gaps::watch);

        // Then
        assertThat(metrics.counter("ringline.events.gaps").count()).isEqualTo(missing);
    }

    private static EventMetadata event(String subject, long sequence) {
        return new EventMetadata("id", "type", "/call-service", subject, sequence, Instant.EPOCH);
    }
}
