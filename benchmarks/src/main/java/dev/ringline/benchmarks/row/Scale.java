package dev.ringline.benchmarks.row;

import java.time.Duration;

/**
 * How much is done for one figure.
 *
 * @param quick a smoke test: everything once and briefly
 */
public record Scale(boolean quick) {

    /** How long a load lasts. */
    Duration length() {
        return quick ? Duration.ofSeconds(2) : Duration.ofSeconds(8);
    }

    /** How long the programs run before anything counts. */
    Duration warmUp() {
        return quick ? Duration.ofSeconds(2) : Duration.ofSeconds(10);
    }

    /** Calls, or other chains of requests, that begin in a second. */
    double rate() {
        return 30;
    }

    int many(int full, int brief) {
        return quick ? brief : full;
    }
}
