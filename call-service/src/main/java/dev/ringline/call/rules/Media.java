package dev.ringline.call.rules;

/** What a call carries. */
public enum Media {
    AUDIO,
    VIDEO;

    /** What both sides agree to when they ask for different things. */
    Media lesser(Media other) {
        return this == AUDIO ? AUDIO : other;
    }
}
