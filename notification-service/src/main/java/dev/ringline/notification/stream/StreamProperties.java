package dev.ringline.notification.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.stream.*}.
 *
 * @param maxConnections how many connections one replica holds; more are refused, 503 with {@code Retry-After}
 * @param maxPerUser how many connections of one user one replica holds; a further one ends the
 *     oldest
 * @param buffer how many frames wait for a slow reader before the connection is dropped
 * @param keepAlive how long a connection stays quiet before it gets a comment
 * @param reconnectWithin at shutdown, each client is asked at another moment within this to connect to another replica;
 *     as long again later, or three seconds, those who did not are cut off; all of it must be less than
 *     {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@ConfigurationProperties("ringline.stream")
public record StreamProperties(
        @DefaultValue("10000") int maxConnections,
        @DefaultValue("32") int maxPerUser,
        @DefaultValue("64") int buffer,
        @DefaultValue("15s") Duration keepAlive,
        @DefaultValue("5s") Duration reconnectWithin) {

    public StreamProperties {
        requireAtLeastOne("max-connections", maxConnections);
        requireAtLeastOne("max-per-user", maxPerUser);
        requireAtLeastOne("buffer", buffer);
        requirePositive("keep-alive", keepAlive);
        requirePositive("reconnect-within", reconnectWithin);
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("ringline.stream.%s: %d (expected: at least 1)".formatted(name, value));
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "ringline.stream.%s: %s (expected: more than zero)".formatted(name, value));
        }
    }
}
