package dev.ringline.notification.stream;

import java.time.Instant;

/**
 * Whose stream it is.
 *
 * @param until when the token expires that opened it
 */
record StreamOwner(String userId, String deviceId, Instant until) {}
