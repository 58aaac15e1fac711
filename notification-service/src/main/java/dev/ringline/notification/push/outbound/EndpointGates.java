package dev.ringline.notification.push.outbound;

import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Failed;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One gate per endpoint: a breaker, a bound on what is under way, and a time limit. An endpoint that hangs or fails
 * fills its own gate and no other. Nothing waits at a gate: what does not pass fails at once and may come again.
 */
public final class EndpointGates {

    /** Long enough to spare a sick endpoint, short enough to be tried again while the same call rings. */
    private static final Duration OPEN = Duration.ofSeconds(2);

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(3)
            .recordResult(Failed.class::isInstance)
            .build();

    /** Where endpoints are what clients say, there is no end to their names: the least used is forgotten. */
    private static final int MOST = 1_000;

    private final Map<String, Gate> gates = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Gate> eldest) {
            return size() > MOST;
        }
    });

    private final BulkheadConfig bulkhead;
    private final Duration limit;

    public EndpointGates(PushProperties settings) {
        this.bulkhead = BulkheadConfig.custom()
                .maxConcurrentCalls(settings.mostAtOncePerHost())
                .maxWaitDuration(Duration.ZERO)
                .build();
        this.limit = settings.timeLimit();
    }

    /** Sends through the endpoint's gate. The future always ends with a result, at the latest at the time limit. */
    public CompletableFuture<PushResult> through(String endpoint, Supplier<CompletableFuture<PushResult>> request) {
        Gate gate = gates.computeIfAbsent(endpoint, this::gate);
        if (!gate.breaker().tryAcquirePermission()) {
            return failed("the endpoint fails too often to be asked now", OPEN);
        }
        if (!gate.bulkhead().tryAcquirePermission()) {
            gate.breaker().releasePermission();
            return failed("too much is under way to the endpoint", null);
        }
        long start = gate.breaker().getCurrentTimestamp();
        return started(request)
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(this::failure)
                .whenComplete((result, _) -> gate.leave(start, result));
    }

    private Gate gate(String endpoint) {
        return new Gate(CircuitBreaker.of(endpoint, BREAKER), Bulkhead.of(endpoint, bulkhead));
    }

    private static CompletableFuture<PushResult> started(Supplier<CompletableFuture<PushResult>> request) {
        try {
            return request.get();
        } catch (RuntimeException defect) {
            return CompletableFuture.failedFuture(defect);
        }
    }

    private PushResult failure(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof TimeoutException
                ? new Failed("no answer within " + limit.toMillis() + " ms", null)
                : new Failed(cause.getClass().getSimpleName(), null);
    }

    private static CompletableFuture<PushResult> failed(String reason, @Nullable Duration retryAfter) {
        return CompletableFuture.completedFuture(new Failed(reason, retryAfter));
    }

    private record Gate(CircuitBreaker breaker, Bulkhead bulkhead) {

        void leave(long start, PushResult result) {
            bulkhead.onComplete();
            breaker.onResult(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), result);
        }
    }
}
