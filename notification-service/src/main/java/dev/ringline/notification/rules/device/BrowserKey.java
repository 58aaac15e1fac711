package dev.ringline.notification.rules.device;

import org.jspecify.annotations.Nullable;

/**
 * What browsers subscribe with.
 *
 * @param vapidPublicKey base64url; absent where no browser is pushed to
 */
public record BrowserKey(@Nullable String vapidPublicKey) {}
