package dev.ringline.benchmarks.measure;

import java.time.Duration;

/**
 * How much is done for one figure.
 *
 * @param quick a smoke test: everything once and briefly
 */
public record Scale(boolean quick) {

    /** How long a load lasts in one run. */
    public Duration length() {
        return quick ? Duration.ofMillis(1_500) : Duration.ofSeconds(8);
    }

    /** How often a run goes to and fro between what is compared, so that both meet the same moods of the machine. */
    public int slices() {
        return quick ? 1 : 4;
    }

    /** How long a load lasts in one slice. */
    public Duration slice() {
        return length().dividedBy(slices());
    }

    /** How long a small program runs before anything counts: until the second compiler has seen what it needs. */
    public Duration warmUp() {
        return quick ? Duration.ofSeconds(1) : Duration.ofSeconds(45);
    }

    /** The same for a whole service. */
    public Duration warmUpOfService() {
        return quick ? Duration.ofSeconds(1) : Duration.ofMinutes(3);
    }

    /** The same where every service takes part, so that each of them has its compilers at work on the same two cores. */
    public Duration warmUpOfAll() {
        return quick ? Duration.ofSeconds(4) : Duration.ofMinutes(8);
    }

    /** Calls, or other chains of requests, that begin in a second. */
    public double rate() {
        return 30;
    }

    public int many(int full, int brief) {
        return quick ? brief : full;
    }
}
