package dev.ringline.meeting.realtimekit;

import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.ProviderFailure.Unavailable;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Retry around a time limit around the request. An operation ends when its time is up, whatever it repeated; only a
 * blip is repeated here, at once and with jitter. Everything longer is the job's next due time.
 *
 * @see <a href="../../../../../../../../docs/adr/0005-provider-call-resilience.md">ADR 0005</a>
 */
final class ResilientCalls implements AutoCloseable {

    private static final int MOST_REQUESTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration WORTH_A_REQUEST = Duration.ofMillis(500);
    private static final double SPREAD = 0.5;

    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration limit;
    private final MeterRegistry meters;
    private final InstantSource clock;

    ResilientCalls(Duration limit, MeterRegistry meters, InstantSource clock) {
        this.limit = limit;
        this.meters = meters;
        this.clock = clock;
    }

    /** Runs the request under the operation's name until it ends, is no longer worth it or {@code until} has come. */
    <T> ProviderOutcome<T> run(String operation, Instant until, Supplier<ProviderOutcome<T>> request) {
        Instant end = earlier(until, clock.instant().plus(limit));
        Retry retry = Retry.of(operation, this.<T>repeatingBlips(end));
        return retry.executeSupplier(() -> measured(operation, () -> limited(end, request)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private <T> RetryConfig repeatingBlips(Instant end) {
        return RetryConfig.<ProviderOutcome<T>>custom()
                .maxAttempts(MOST_REQUESTS)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2, SPREAD))
                .retryOnResult(outcome -> isBlip(outcome) && left(end).compareTo(WORTH_A_REQUEST) > 0)
                .build();
    }

    private static boolean isBlip(ProviderOutcome<?> outcome) {
        return outcome instanceof Failed<?>(Unavailable unavailable) && unavailable.retryAfter() == null;
    }

    private Duration left(Instant end) {
        return Duration.between(clock.instant(), end);
    }

    private <T> ProviderOutcome<T> measured(String operation, Supplier<ProviderOutcome<T>> request) {
        Timer.Sample sample = Timer.start(meters);
        ProviderOutcome<T> outcome = request.get();
        sample.stop(meters.timer("ringline.provider.requests", "op", operation, "outcome", outcome.label()));
        return outcome;
    }

    private <T> ProviderOutcome<T> limited(Instant end, Supplier<ProviderOutcome<T>> request) {
        Duration left = left(end);
        return left.isPositive() ? within(left, request) : unavailable("No time left to ask");
    }

    private <T> ProviderOutcome<T> within(Duration left, Supplier<ProviderOutcome<T>> request) {
        try {
            return TimeLimiter.of(left).executeFutureSupplier(() -> requests.submit(request::get));
        } catch (TimeoutException late) {
            return unavailable("No answer within " + left.toMillis() + " ms");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return unavailable("Stopped while waiting");
        } catch (RuntimeException defect) {
            throw defect;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> ProviderOutcome<T> unavailable(String detail) {
        return new Failed<>(new Unavailable(null, detail));
    }

    @Override
    public void close() {
        requests.close();
    }
}
