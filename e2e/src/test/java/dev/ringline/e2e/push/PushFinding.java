package dev.ringline.e2e.push;

/** Something that a device must not live through. */
record PushFinding(Kind kind, String callId, String device, String what) {

    enum Kind {
        SECOND_RING,
        MISSING_STOP,
        RING_AFTER_END,
        RING_AFTER_DEADLINE,
        UNREPORTED,
        STRAY
    }

    @Override
    public String toString() {
        return "%s %s of %s: %s".formatted(kind, device, callId, what);
    }
}
