package dev.ringline.e2e.push;

import java.time.Instant;

/**
 * One push as it reached a push service.
 *
 * @param device the id that it is registered by
 * @param sequence of the call's event that it tells of
 * @param taken whether the push service took it; otherwise it asked to come again
 */
record Pushed(Instant at, String callId, String device, String kind, long sequence, boolean taken) {

    boolean is(String word) {
        return taken && kind.equals(word);
    }

    boolean isRing() {
        return is("ring");
    }

    /** Whether the device falls silent by it, or shows that there is nothing to answer any more. */
    boolean silences() {
        return is("stop") || is("missed");
    }

    Pushed at(Instant moment) {
        return new Pushed(moment, callId, device, kind, sequence, taken);
    }
}
