package dev.ringline.simulator.control.fault;

import dev.ringline.simulator.control.Demand;
import dev.ringline.simulator.fault.Fault;
import dev.ringline.simulator.fault.Fault.Plain;
import dev.ringline.simulator.fault.Faults.Aim;
import dev.ringline.simulator.fault.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Which fault to switch on.
 *
 * @param operation what it hits; left out is every operation
 * @param times how many requests it hits; left out is all until faults are switched off
 * @param share of the requests that fit, above 0 and at most 1; left out is 1
 * @param seed which of them it hits; left out is 1
 * @param withBody for RATE_LIMITED: whether the 429 has a body; left out is yes
 * @param retryAfterSeconds for RATE_LIMITED; left out is 1
 * @param delayMillis for SLOW_ANSWER; left out is 1000
 */
@JsonNaming(LowerCamelCaseStrategy.class)
record FaultOrder(
        Kind kind,
        @Nullable Operation operation,
        @Nullable Integer times,
        @Nullable Double share,
        @Nullable Long seed,
        @Nullable Boolean withBody,
        @Nullable Integer retryAfterSeconds,
        @Nullable Integer delayMillis) {

    enum Kind {
        RATE_LIMITED,
        SLOW_ANSWER,
        CODE_971_IN_200,
        HTML_502,
        HTML_520,
        BROKEN_JSON,
        EMPTY_BODY,
        WRONG_SHAPE,
        HUGE_BODY,
        ENDLESS_BODY,
        NOT_FOUND,
        DOWN,
        RESET_AFTER_COMMIT
    }

    FaultOrder {
        Demand.present("kind", kind);
        Demand.atLeast(1, "times", times);
        Demand.share("share", share);
        Demand.atLeast(0, "retryAfterSeconds", retryAfterSeconds);
        Demand.atLeast(0, "delayMillis", delayMillis);
    }

    Fault fault() {
        return switch (kind) {
            case RATE_LIMITED ->
                new Fault.RateLimited(withBody == null || withBody, Duration.ofSeconds(orElse(1, retryAfterSeconds)));
            case SLOW_ANSWER -> new Fault.SlowAnswer(Duration.ofMillis(orElse(1000, delayMillis)));
            default -> Plain.valueOf(kind.name());
        };
    }

    Aim aim() {
        return new Aim(operation, times, share == null ? 1 : share, seed == null ? 1 : seed);
    }

    private static int orElse(int otherwise, @Nullable Integer given) {
        return given == null ? otherwise : given;
    }
}
