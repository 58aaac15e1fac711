package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A device of the callee rings; {@code deviceId} is absent when no device is to be told. */
public record CallAlerting(
        @JsonUnwrapped CallFacts call, @Nullable String deviceId, Instant at) implements CallEvent {

    public CallAlerting {
        requireNonNull(call, "call");
        requireNonNull(at, "at");
    }
}
