package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The callee answered. */
public record CallAnswered(@JsonUnwrapped CallFacts call, Instant answeredAt) implements CallEvent {

    public CallAnswered {
        requireNonNull(call, "call");
        requireNonNull(answeredAt, "answeredAt");
    }
}
