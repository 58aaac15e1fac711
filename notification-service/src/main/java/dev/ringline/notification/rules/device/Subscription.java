package dev.ringline.notification.rules.device;

import static java.util.Objects.requireNonNull;

/**
 * A browser's push subscription. Whoever knows it can send to the browser, so it never shows itself.
 *
 * @param endpoint where to send
 * @param p256dh the browser's public key, base64url
 * @param auth the secret that only browser and sender know, base64url
 */
public record Subscription(String endpoint, String p256dh, String auth) {

    public Subscription {
        requireNonNull(endpoint, "endpoint");
        requireNonNull(p256dh, "p256dh");
        requireNonNull(auth, "auth");
    }

    @Override
    public String toString() {
        return "Subscription[redacted]";
    }
}
