package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** A call began to ring. Devices ring until {@code ringDeadline}. */
public record CallInitiated(@JsonUnwrapped CallFacts call, Instant ringDeadline, boolean waiting, Instant createdAt)
        implements CallEvent {

    public CallInitiated {
        requireNonNull(call, "call");
        requireNonNull(ringDeadline, "ringDeadline");
        requireNonNull(createdAt, "createdAt");
    }
}
