package dev.ringline.call;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.call.CallProperties.Timers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallPropertiesTest {

    @Test
    void namesTheTimerThatIsOutOfRange() {
        assertThatThrownBy(() -> new Timers(
                        Duration.ofSeconds(61), Duration.ofMillis(1500), Duration.ofSeconds(5), Duration.ofHours(4)))
                .hasMessage("ringline.calls.timers.ring: PT1M1S (expected: PT5S to PT1M)");
    }
}
