package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** The tokens of the call are stored: whoever holds a side can now ask for its join grant. */
public record CallReady(@JsonUnwrapped CallFacts call, Instant at) implements CallEvent {

    public CallReady {
        requireNonNull(call, "call");
        requireNonNull(at, "at");
    }
}
