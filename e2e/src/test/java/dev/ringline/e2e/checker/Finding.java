package dev.ringline.e2e.checker;

/** Something that must not be. */
public record Finding(Kind kind, String callId, String what) {

    public enum Kind {
        LOST_EVENT,
        DOUBLED_EVENT,
        MISORDERED_EVENT,
        INVENTED_EVENT,
        LOST_LINE,
        DOUBLED_LINE,
        LEFT_OVER,
        DISAGREEMENT,
        LOST_CALL,
        DOUBLED_CALL,
        OVERLAP,
        TWO_HOLDERS,
        STRAY_GRANT,
        BAD_ANSWER
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(kind, callId, what);
    }
}
