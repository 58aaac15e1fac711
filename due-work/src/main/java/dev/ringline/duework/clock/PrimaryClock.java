package dev.ringline.duework.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * The primary's time, so that replicas whose own clocks are wrong agree on deadlines. It is asked for at start, every minute,
 * and when another member became primary; in between it goes on with this machine's steady counter, which no correction of
 * the clock can move.
 *
 * <p>Whole milliseconds, because that is what MongoDB stores and events carry.
 */
final class PrimaryClock implements InstantSource, InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PrimaryClock.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration SUSPICIOUS = Duration.ofSeconds(1);
    private static final int ROUND_TRIPS = 5;

    private final Supplier<Instant> primary;
    private final ScheduledExecutorService measuring = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("primary-clock").daemon().factory());
    private volatile @Nullable Reading latest;

    /** @param primary asks the primary for its time */
    PrimaryClock(Supplier<Instant> primary) {
        this.primary = primary;
    }

    /**
     * What the primary said.
     *
     * @param nanos this machine's counter in the middle of the round trip
     */
    private record Reading(Instant time, long nanos, long roundTrip) {

        Instant now() {
            return time.plusNanos(System.nanoTime() - nanos);
        }
    }

    @Override
    public void afterPropertiesSet() {
        measureAgainAndAgain();
    }

    /** Measures soon, off the thread that says so. */
    void measureSoon() {
        try {
            measuring.execute(this::measured);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: nobody needs the time any more", e);
        }
    }

    @Override
    public Instant instant() {
        Reading reading = latest;
        Instant now = reading == null ? Instant.now() : reading.now();
        return Instant.ofEpochMilli(now.toEpochMilli());
    }

    /** How far the primary's clock is ahead of this machine's. */
    Duration offset() {
        Reading reading = latest;
        return reading == null ? Duration.ZERO : Duration.between(Instant.now(), reading.now());
    }

    @Override
    public void destroy() {
        measuring.shutdownNow();
    }

    private void measureAgainAndAgain() {
        Duration next = measured() ? EVERY : AFTER_FAILURE;
        try {
            var _ = measuring.schedule(this::measureAgainAndAgain, next.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: nobody needs the time any more", e);
        }
    }

    /** Asks some times and believes the quickest answer, which can be the least wrong; false if there was none. */
    private boolean measured() {
        try {
            latest = Stream.generate(this::ask)
                    .limit(ROUND_TRIPS)
                    .min(Comparator.comparingLong(Reading::roundTrip))
                    .orElseThrow();
            warn(offset());
            return true;
        } catch (RuntimeException e) {
            LOG.debug("The primary cannot be asked for its time now", e);
            return false;
        }
    }

    private Reading ask() {
        long sent = System.nanoTime();
        Instant time = primary.get();
        long roundTrip = System.nanoTime() - sent;
        return new Reading(time, sent + roundTrip / 2, roundTrip);
    }

    private static void warn(Duration offset) {
        if (offset.abs().compareTo(SUSPICIOUS) > 0) {
            LOG.atWarn()
                    .addKeyValue("offset", offset)
                    .log("This machine's clock and the primary's are far apart; the primary's counts");
        }
    }
}
