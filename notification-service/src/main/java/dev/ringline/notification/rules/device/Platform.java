package dev.ringline.notification.rules.device;

/** What a device runs on. */
public enum Platform {
    IOS,
    ANDROID,
    /** A browser. */
    WEB
}
