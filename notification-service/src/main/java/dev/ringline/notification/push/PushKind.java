package dev.ringline.notification.push;

import java.util.Locale;

/** What a push asks of a device. */
public enum PushKind {
    /** Ring. */
    RING,
    /** Show by one ordinary notification that somebody calls, without ringing. */
    CALL,
    /** Fall silent, and say why where the platform wants something visible. */
    STOP,
    /** Show a missed call. */
    MISSED;

    /** As it is on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it tells of a call that can still be answered, and is of no use afterwards. */
    public boolean announces() {
        return this == RING || this == CALL;
    }
}
