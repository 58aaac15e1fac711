package dev.ringline.simulator.webhook;

import java.time.Duration;

/**
 * How deliveries are made.
 *
 * @param timeout how long an answer may take
 * @param attempts how often a delivery is sent at most
 * @param retryDelay before the first repetition; twice as long before each further one
 */
public record WebhookSettings(Duration timeout, int attempts, Duration retryDelay) {

    Duration delayAfter(int attempt) {
        return retryDelay.multipliedBy(1L << Math.min(attempt - 1, 20));
    }
}
