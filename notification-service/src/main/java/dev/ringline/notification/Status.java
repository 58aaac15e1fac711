package dev.ringline.notification;

import java.util.Locale;

/** Where a call stands; the last four are terminal. */
public enum Status {
    RINGING,
    ONGOING,
    COMPLETED,
    MISSED,
    DECLINED,
    FAILED;

    /** As clients read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
