package dev.ringline.notification.rules.device;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A token was taken from a registration.
 *
 * @param reason {@value #MOVED}, or the push service's own word
 */
public record Pruned(String reason, Instant at) {

    /** The token was registered again, by another user or for another device. */
    public static final String MOVED = "moved";

    public Pruned {
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }
}
