package dev.ringline.call;

import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Ignored;

/** Learns what became of calls. */
public interface CallObserver {

    /** A decision was stored. */
    void stored(Accepted decision);

    /** Evidence did not count. */
    default void ignored(Ignored evidence) {}
}
