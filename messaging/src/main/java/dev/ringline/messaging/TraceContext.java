package dev.ringline.messaging;

import org.jspecify.annotations.Nullable;

/** Where the W3C {@code traceparent} of the running request comes from. */
@FunctionalInterface
interface TraceContext {

    @Nullable
    String traceparent();
}
