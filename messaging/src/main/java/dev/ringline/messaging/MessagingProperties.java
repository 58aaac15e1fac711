package dev.ringline.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.messaging.*}.
 *
 * @param groupProtocol the consumer group protocol; {@code classic} for brokers that do not offer the new one
 * @param acknowledgement how long a send may wait for the broker
 * @param firstRetry pause before the first retry of a record, doubled up to {@code longestRetry}
 * @param unknownRetries how often a record that fails for an unknown reason is tried again
 */
@ConfigurationProperties("ringline.messaging")
public record MessagingProperties(
        @DefaultValue("CONSUMER") GroupProtocol groupProtocol,
        @DefaultValue("5s") Duration acknowledgement,
        @DefaultValue("100ms") Duration firstRetry,
        @DefaultValue("5s") Duration longestRetry,
        @DefaultValue("5") int unknownRetries) {

    public MessagingProperties {
        requirePositive("acknowledgement", acknowledgement);
        requirePositive("first-retry", firstRetry);
        if (longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException(
                    "ringline.messaging.longest-retry: %s (expected: at least first-retry, %s)"
                            .formatted(longestRetry, firstRetry));
        }
        if (unknownRetries < 0 || unknownRetries > 20) {
            throw new IllegalArgumentException(
                    "ringline.messaging.unknown-retries: %d (expected: 0 to 20)".formatted(unknownRetries));
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "ringline.messaging.%s: %s (expected: more than zero)".formatted(name, value));
        }
    }

    /** The protocol between consumers and the group coordinator. */
    public enum GroupProtocol {
        CONSUMER,
        CLASSIC
    }
}
