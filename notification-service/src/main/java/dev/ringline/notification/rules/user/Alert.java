package dev.ringline.notification.rules.user;

import java.util.Locale;

/** How a user is to learn of a call that rings. */
public enum Alert {
    RING,
    /** By one ordinary notification, without a sound that goes on. */
    NOTIFY,
    NONE;

    /** As clients read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
