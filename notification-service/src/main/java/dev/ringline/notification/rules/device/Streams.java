package dev.ringline.notification.rules.device;

import org.jspecify.annotations.Nullable;

/** The live streams of devices, wherever they are served. */
@FunctionalInterface
public interface Streams {

    /**
     * Ends those that are open, soon.
     *
     * @param deviceId the one device; null for all of the user
     */
    void end(String userId, @Nullable String deviceId);
}
