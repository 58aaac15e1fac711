package dev.ringline.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trace that the work on this thread belongs to, as a W3C {@code traceparent} that can be stored and taken up again. */
public final class Traces {

    private static final String TRACEPARENT = "traceparent";

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** For programs that do not trace. */
    public static Traces none() {
        return new Traces(null, null);
    }

    /** The running trace, if there is one. */
    public @Nullable String current() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), flags);
    }

    /** Does the work as part of a stored trace, so that what it logs and tells belongs to the request that caused it. */
    public void takeUp(@Nullable String traceparent, String name, Runnable work) {
        if (tracer == null || propagator == null || traceparent == null) {
            work.run();
            return;
        }
        Span span = propagator
                .extract(Map.of(TRACEPARENT, traceparent), Map::get)
                .name(name)
                .start();
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
