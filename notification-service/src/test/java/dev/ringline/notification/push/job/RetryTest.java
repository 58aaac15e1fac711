package dev.ringline.notification.push.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.push.PushKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest(name = "{0} after {1} attempts: {2} ms")
    @CsvSource({
        "RING, 1, 500",
        "RING, 3, 2000",
        "RING, 30, 4000",
        "STOP, 1, 500",
        "STOP, 15, 4000",
        "STOP, 16, 300000",
        "MISSED, 4, 4000",
        "MISSED, 30, 300000"
    })
    void triesAgainLaterAndLaterAndSoonAsLongAsSomethingRings(PushKind kind, int attempts, long pause) {
        // Given
        Task task = tried(kind, attempts);
        // When
        Instant next = Retry.after(task, null, NOW);
        // Then
        assertThat(Duration.between(NOW, next)).isEqualTo(Duration.ofMillis(pause));
    }

    @ParameterizedTest
    @CsvSource({"100, 500", "9000, 9000"})
    void waitsAsLongAsThePushServiceAsks(long asked, long pause) {
        // Given
        Task task = tried(PushKind.RING, 1);
        // When
        Instant next = Retry.after(task, Duration.ofMillis(asked), NOW);
        // Then
        assertThat(Duration.between(NOW, next)).isEqualTo(Duration.ofMillis(pause));
    }

    private static Task tried(PushKind kind, int attempts) {
        Task task = Task.waiting(kind, NOW, NOW.plus(Duration.ofDays(1)), 1, null);
        for (int attempt = 0; attempt < attempts; attempt++) {
            task = task.starting(NOW).again(NOW, false);
        }
        return task;
    }
}
