package dev.ringline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One run of a meeting, from the first join until the last peer has been gone for the meeting's keep-alive time.
 *
 * @param updatedAt the last join or leave
 * @param peers who is in, in the order of joining
 * @param mostPeers the most that were in at the same time
 * @param spent the time of those who have left, added up
 */
public record Session(UUID id, Instant startedAt, Instant updatedAt, List<Peer> peers, int mostPeers, Duration spent) {

    /** One connection of a participant. */
    public record Peer(UUID id, Participant participant, Instant joinedAt) {}

    static Session start(Instant at) {
        return new Session(UUID.randomUUID(), at, at, List.of(), 0, Duration.ZERO);
    }

    Session joined(Peer peer) {
        List<Peer> now = Stream.concat(peers.stream(), Stream.of(peer)).toList();
        return new Session(id, startedAt, peer.joinedAt(), now, Math.max(mostPeers, now.size()), spent);
    }

    Session left(Predicate<Peer> who, Instant at) {
        List<Peer> staying = peers.stream().filter(who.negate()).toList();
        Duration gone = timeOf(peers.stream().filter(who), at);
        return new Session(id, startedAt, at, staying, mostPeers, spent.plus(gone));
    }

    boolean isLive() {
        return !peers.isEmpty();
    }

    boolean isOver(Duration keepAlive, Instant now) {
        return !isLive() && !now.isBefore(updatedAt.plus(keepAlive));
    }

    /** Whose peers these are, each participant once. */
    List<Participant> participants(Predicate<Peer> which) {
        Map<UUID, Participant> found = new LinkedHashMap<>();
        peers.stream().filter(which).map(Peer::participant).forEach(who -> found.put(who.id(), who));
        return List.copyOf(found.values());
    }

    /** The time of all peers together, those who are still in included. */
    public Duration spentUntil(Instant now) {
        return spent.plus(timeOf(peers.stream(), now));
    }

    private static Duration timeOf(Stream<Peer> peers, Instant until) {
        return peers.map(peer -> Duration.between(peer.joinedAt(), until)).reduce(Duration.ZERO, Duration::plus);
    }
}
