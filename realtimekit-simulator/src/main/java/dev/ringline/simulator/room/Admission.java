package dev.ringline.simulator.room;

import dev.ringline.simulator.room.Session.Peer;
import java.util.UUID;

/** What became of an attempt to join. */
public sealed interface Admission {

    /** The joiner is in, as a new peer. */
    record Admitted(UUID meetingId, UUID sessionId, Peer peer) implements Admission {}

    /** Why somebody stays outside. */
    enum Refusal implements Admission {
        /** Not a token of this simulator, or tampered with. */
        TOKEN_INVALID,
        /** The token's {@code exp} has passed. */
        TOKEN_EXPIRED,
        /** The meeting is unknown, or the participant was deleted. */
        GONE,
        /** The meeting is closed to joiners. */
        MEETING_INACTIVE,
        /** The participant was added without a name; the real browser SDK then fails with 0002. */
        NAME_MISSING
    }
}
