package dev.ringline.notification.push;

import java.util.Locale;

/** What a push asks of a device. */
public enum PushKind {
    /** Ring. */
    RING,
    /** Fall silent, and say why where the platform wants something visible. */
    STOP,
    /** Show a missed call. */
    MISSED;

    /** As it is on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
