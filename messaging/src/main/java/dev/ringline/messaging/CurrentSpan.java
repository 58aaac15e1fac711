package dev.ringline.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace context of the span that runs on this thread. */
final class CurrentSpan implements TraceContext {

    private final @Nullable Tracer tracer;

    CurrentSpan(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public @Nullable String traceparent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), flags);
    }
}
