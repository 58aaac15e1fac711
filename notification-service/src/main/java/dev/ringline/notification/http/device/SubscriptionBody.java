package dev.ringline.notification.http.device;

import org.jspecify.annotations.Nullable;

/**
 * A browser's {@code PushSubscription}, as its {@code toJSON} writes it.
 *
 * @param expirationTime told by some browsers; nothing follows from it, as the push service tells what is gone
 */
record SubscriptionBody(
        @Nullable String endpoint,
        @Nullable Double expirationTime,
        @Nullable Keys keys) {

    record Keys(@Nullable String p256dh, @Nullable String auth) {

        @Override
        public String toString() {
            return "Keys[redacted]";
        }
    }

    @Override
    public String toString() {
        return "SubscriptionBody[redacted]";
    }
}
