package dev.ringline.duework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrimaryClockTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ofMinutes(7));
    private final PrimaryClock clock = new PrimaryClock(() -> Instant.now().plus(ahead.get()));

    @AfterEach
    void stop() {
        clock.destroy();
    }

    @Test
    void followsThePrimaryAndNotThisMachine() {
        // When
        clock.afterPropertiesSet();

        // Then
        assertThat(clock.offset()).isBetween(Duration.ofSeconds(415), Duration.ofSeconds(425));
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(ahead.get()), within(5, ChronoUnit.SECONDS));
        assertThat(clock.instant().getNano() % 1_000_000).isZero();
    }

    @Test
    void asksAgainWhenThePrimaryChanges() {
        // Given
        clock.afterPropertiesSet();
        ahead.set(Duration.ofHours(-1));

        // When
        clock.measureSoon();

        // Then
        await().atMost(PATIENCE).until(() -> clock.offset().isNegative());
    }

    @Test
    void goesOnWithWhatItKnowsWhileThePrimaryIsAway() {
        // Given
        PrimaryClock alone = new PrimaryClock(() -> {
            throw new IllegalStateException("No primary");
        });

        // When
        alone.afterPropertiesSet();

        // Then
        assertThat(alone.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        alone.destroy();
    }

    @Test
    void moves() {
        clock.afterPropertiesSet();
        Instant first = clock.instant();

        await().atMost(PATIENCE).until(() -> clock.instant().isAfter(first));
    }
}
