package dev.ringline.call.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.limits.*}: how often one user, or one of his devices, may ask for what. Each replica counts for itself.
 *
 * @param factor multiplies all of them, bursts too
 * @param user per user, whatever he asks and whatever devices he names
 * @param dial per user
 * @param incoming per user and device
 * @param status per user, device and call: reads of a call, and heartbeats
 * @param command per user and device: everything else that changes a call
 */
@ConfigurationProperties("ringline.limits")
record LimitProperties(
        @DefaultValue("1") int factor,
        @DefaultValue Rate user,
        @DefaultValue Rate dial,
        @DefaultValue Rate incoming,
        @DefaultValue Rate status,
        @DefaultValue Rate command) {

    LimitProperties {
        if (factor < 1) {
            throw new IllegalArgumentException("ringline.limits.factor: %d (expected: at least 1)".formatted(factor));
        }
    }

    /**
     * One limit.
     *
     * @param burst how many at once
     * @param per in which time one more may come
     */
    record Rate(
            @DefaultValue("10") int burst,
            @DefaultValue("1s") Duration per) {

        Rate {
            if (burst < 1 || !per.isPositive()) {
                throw new IllegalArgumentException(
                        "ringline.limits: %d per %s (expected: at least 1, and a time)".formatted(burst, per));
            }
        }

        Rate times(int factor) {
            return new Rate(Math.multiplyExact(burst, factor), per.dividedBy(factor));
        }
    }
}
