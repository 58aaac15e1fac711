package dev.ringline.message;

/** What a call carried. */
public enum Media {
    AUDIO,
    VIDEO
}
