package dev.ringline.simulator.app;

import dev.ringline.simulator.room.Admission;
import dev.ringline.simulator.room.Admission.Admitted;
import dev.ringline.simulator.room.Admission.Refusal;
import dev.ringline.simulator.room.ParticipantTokens;
import dev.ringline.simulator.room.ParticipantTokens.Claims;
import dev.ringline.simulator.room.Room;
import dev.ringline.simulator.room.Session.Peer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Where people come in and go out, as their browsers do with the real service. */
public final class Entrance {

    private final Apps apps;
    private final ParticipantTokens tokens;
    private final InstantSource clock;
    private final Map<UUID, Room> roomOfPeer = new ConcurrentHashMap<>();

    public Entrance(Apps apps, ParticipantTokens tokens, InstantSource clock) {
        this.apps = apps;
        this.tokens = tokens;
        this.clock = clock;
    }

    public Admission join(String token) {
        Optional<Claims> claims = tokens.read(token);
        return claims.isEmpty() ? Refusal.TOKEN_INVALID : join(claims.get());
    }

    private Admission join(Claims claims) {
        if (!clock.instant().isBefore(claims.expiresAt())) {
            return Refusal.TOKEN_EXPIRED;
        }
        return apps.find(claims.orgId())
                .flatMap(app -> app.rooms().find(claims.meetingId()))
                .map(room -> remember(room, room.join(claims.participantId())))
                .orElse(Refusal.GONE);
    }

    /** @return whether there was such a peer */
    public boolean leave(UUID peerId) {
        return inRoomOf(peerId, room -> room.leave(peerId)).orElse(false);
    }

    public boolean isIn(UUID peerId) {
        return inRoomOf(peerId, room -> room.isIn(peerId)).orElse(false);
    }

    /** Who else is in with a peer; empty if it is not in. */
    public Optional<List<UUID>> othersOf(UUID peerId) {
        return inRoomOf(peerId, room -> room).filter(room -> room.isIn(peerId)).map(room -> others(room, peerId));
    }

    private static List<UUID> others(Room room, UUID peerId) {
        return room.sessions().getFirst().peers().stream()
                .map(Peer::id)
                .filter(id -> !id.equals(peerId))
                .toList();
    }

    /**
     * Says that a peer left although it did not.
     *
     * @return whether there was such a peer
     */
    public boolean sayThatLeft(UUID peerId) {
        return inRoomOf(peerId, room -> room.sayThatLeft(peerId)).orElse(false);
    }

    /**
     * Lets whoever is or was this peer in again as a new one.
     *
     * @param newFirst whether the new one comes before the old one goes
     * @return empty if there never was such a peer
     */
    public Optional<Admission> reconnect(UUID peerId, boolean newFirst) {
        return inRoomOf(peerId, room -> remember(room, room.reconnect(peerId, newFirst)));
    }

    /** Forgets every peer. */
    public void clear() {
        roomOfPeer.clear();
    }

    private <T> Optional<T> inRoomOf(UUID peerId, Function<Room, T> deed) {
        return Optional.ofNullable(roomOfPeer.get(peerId)).map(deed);
    }

    private Admission remember(Room room, Admission admission) {
        if (admission instanceof Admitted admitted) {
            roomOfPeer.put(admitted.peer().id(), room);
        }
        return admission;
    }
}
