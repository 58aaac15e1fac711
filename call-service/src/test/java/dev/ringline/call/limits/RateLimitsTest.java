package dev.ringline.call.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ringline.call.limits.LimitProperties.Rate;
import dev.ringline.call.limits.RateLimits.Limit;
import dev.ringline.http.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final Rate THREE = new Rate(3, Duration.ofHours(1));

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void refusesWhatIsBeyondTheBurstAndSaysHowLongToWait() {
        // Given
        RateLimits limits = limits(1);
        take(limits, "alice", 3);

        // When
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> limits.take(Limit.DIAL, "alice"));

        // Then
        assertThat(refused.problem().status()).isEqualTo(429);
        assertThat(refused.problem().code()).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(refused.problem().headers().get("Retry-After")))
                .isBetween(3_500, 3_600);
        assertThat(metrics.counter("ringline.requests.limited", "limit", "dial").count())
                .isEqualTo(1);
    }

    @Test
    void costsOthersNothing() {
        // Given
        RateLimits limits = limits(1);
        take(limits, "alice", 3);

        assertThatCode(() -> limits.take(Limit.DIAL, "bob")).doesNotThrowAnyException();
        assertThatCode(() -> limits.take(Limit.STATUS, "alice")).doesNotThrowAnyException();
    }

    @Test
    void takesMoreWhereTheFactorIsLarger() {
        RateLimits limits = limits(10);

        assertThatCode(() -> take(limits, "alice", 30)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.take(Limit.DIAL, "alice")).isInstanceOf(ProblemException.class);
    }

    @Test
    void wantsLimitsThatLetSomethingThrough() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1)))
                .hasMessage("ringline.limits: 0 per PT1S (expected: at least 1, and a time)");
    }

    private static void take(RateLimits limits, String who, int times) {
        for (int turn = 0; turn < times; turn++) {
            limits.take(Limit.DIAL, who);
        }
    }

    private RateLimits limits(int factor) {
        return new RateLimits(new LimitProperties(factor, THREE, THREE, THREE, THREE, THREE), metrics);
    }
}
