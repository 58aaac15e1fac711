package dev.ringline.simulator;

import dev.ringline.simulator.ParticipantTokens.Claims;
import dev.ringline.simulator.Session.Peer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Where people come in and go out, as their browsers do with the real service. */
public final class Entrance {

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

    private final Rooms rooms;
    private final ParticipantTokens tokens;
    private final InstantSource clock;

    public Entrance(Rooms rooms, ParticipantTokens tokens, InstantSource clock) {
        this.rooms = rooms;
        this.tokens = tokens;
        this.clock = clock;
    }

    public Admission join(String token) {
        Optional<Claims> claims = tokens.read(token);
        return claims.isEmpty() ? Admission.Refusal.TOKEN_INVALID : join(claims.get());
    }

    private Admission join(Claims claims) {
        if (!clock.instant().isBefore(claims.expiresAt())) {
            return Admission.Refusal.TOKEN_EXPIRED;
        }
        return rooms.find(claims.meetingId())
                .map(room -> room.join(claims.participantId()))
                .orElse(Admission.Refusal.GONE);
    }

    /** @return whether there was such a peer */
    public boolean leave(UUID peerId) {
        return rooms.newestFirst().stream().anyMatch(room -> room.leave(peerId));
    }
}
