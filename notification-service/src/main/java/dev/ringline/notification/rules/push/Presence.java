package dev.ringline.notification.rules.push;

import java.util.Set;

/** Which devices have a live stream open, on whichever replica. */
@FunctionalInterface
public interface Presence {

    /** The user's devices that are connected. */
    Set<String> connected(String userId);
}
