package dev.ringline.call.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void namesTheTimerThatIsOutOfRange() {
        assertThatThrownBy(() -> withRing(Duration.ofSeconds(61)))
                .hasMessage("ringline.calls.timers.ring: PT1M1S (expected: PT5S to PT1M)");
    }

    @Test
    void namesTheTimerThatIsMissing() {
        assertThatThrownBy(() -> withRing(null))
                .hasMessage("ringline.calls.timers.ring: null (expected: PT5S to PT1M)");
    }

    @Test
    void wantsALeaseToOutliveOneLostHeartbeat() {
        assertThatThrownBy(() -> withLease(Duration.ofSeconds(29)))
                .hasMessage("ringline.calls.timers.lease: PT29S (expected: PT30S to PT30M)");
    }

    private static Timers withRing(Duration ring) {
        return timers(ring, Duration.ofSeconds(45));
    }

    private static Timers withLease(Duration lease) {
        return timers(Duration.ofSeconds(30), lease);
    }

    private static Timers timers(Duration ring, Duration lease) {
        Duration second = Duration.ofSeconds(1);
        return new Timers(
                ring,
                second,
                second,
                MINUTE,
                MINUTE,
                second,
                second,
                Duration.ofSeconds(15),
                lease,
                MINUTE,
                Duration.ofHours(1));
    }
}
