package dev.ringline.notification.rules.device;

/** Which of Apple's two push services knows a token. */
public enum Environment {
    PRODUCTION,
    SANDBOX
}
