package dev.ringline.notification.rules.device;

import org.jspecify.annotations.Nullable;

/** Says which addresses a browser's push subscription may have: nobody is to send us to a place of his choice. */
@FunctionalInterface
public interface SubscriptionEndpoints {

    /** What the endpoint must be and is not, as a sentence that follows its name; null if it may be sent to. */
    @Nullable
    String objectionTo(String endpoint);
}
