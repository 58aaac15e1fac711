package dev.ringline.simulator.control;

import dev.ringline.simulator.fault.Fault;
import dev.ringline.simulator.fault.Fault.Plain;
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
 * @param withBody for RATE_LIMITED: whether the 429 has a body; left out is yes
 * @param retryAfterSeconds for RATE_LIMITED; left out is 1
 * @param delayMillis for SLOW_ANSWER; left out is 1000
 */
@JsonNaming(LowerCamelCaseStrategy.class)
record FaultOrder(
        Kind kind,
        @Nullable Operation operation,
        @Nullable Integer times,
        @Nullable Boolean withBody,
        @Nullable Integer retryAfterSeconds,
        @Nullable Integer delayMillis) {

    enum Kind {
        RATE_LIMITED,
        SLOW_ANSWER,
        CODE_971_IN_200,
        HTML_502,
        BROKEN_JSON,
        NOT_FOUND,
        DOWN,
        RESET_AFTER_COMMIT
    }

    FaultOrder {
        Demand.present("kind", kind);
        Demand.atLeast(1, "times", times);
        Demand.atLeast(0, "retryAfterSeconds", retryAfterSeconds);
        Demand.atLeast(0, "delayMillis", delayMillis);
    }

    Fault fault() {
        return switch (kind) {
            case RATE_LIMITED ->
                new Fault.RateLimited(withBody == null || withBody, Duration.ofSeconds(orElse(1, retryAfterSeconds)));
            case SLOW_ANSWER -> new Fault.SlowAnswer(Duration.ofMillis(orElse(1000, delayMillis)));
            case CODE_971_IN_200 -> Plain.CODE_971_IN_200;
            case HTML_502 -> Plain.HTML_502;
            case BROKEN_JSON -> Plain.BROKEN_JSON;
            case NOT_FOUND -> Plain.NOT_FOUND;
            case DOWN -> Plain.DOWN;
            case RESET_AFTER_COMMIT -> Plain.RESET_AFTER_COMMIT;
        };
    }

    private static int orElse(int otherwise, @Nullable Integer given) {
        return given == null ? otherwise : given;
    }
}
