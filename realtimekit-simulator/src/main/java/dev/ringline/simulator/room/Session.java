package dev.ringline.simulator.room;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a meeting, from the first join until the last peer has been gone for the meeting's keep-alive time.
 *
 * @param updatedAt the last join or leave
 * @param everybody all who were ever in, in the order of joining
 * @param mostPeers the most that were in at the same time
 * @param endedAt null as long as it runs
 */
public record Session(
        UUID id,
        Instant startedAt,
        Instant updatedAt,
        List<Peer> everybody,
        int mostPeers,
        @Nullable Instant endedAt) {

    /**
     * One connection of a participant.
     *
     * @param leftAt null as long as it is in
     */
    public record Peer(
            UUID id,
            Participant participant,
            Instant joinedAt,
            @Nullable Instant leftAt) {

        static Peer joining(Participant participant, Instant at) {
            return new Peer(UUID.randomUUID(), participant, at, null);
        }

        Peer left(Instant at) {
            return new Peer(id, participant, joinedAt, at);
        }

        public boolean isIn() {
            return leftAt == null;
        }

        /** How long it was in, or has been until {@code now}. */
        public Duration timeUntil(Instant now) {
            return Duration.between(joinedAt, leftAt == null ? now : leftAt);
        }
    }

    static Session start(Instant at) {
        return new Session(UUID.randomUUID(), at, at, List.of(), 0, null);
    }

    Session joined(Peer peer) {
        List<Peer> all = Stream.concat(everybody.stream(), Stream.of(peer)).toList();
        int most = Math.max(mostPeers, peers().size() + 1);
        return new Session(id, startedAt, peer.joinedAt(), all, most, null);
    }

    Session left(Predicate<Peer> who, Instant at) {
        List<Peer> all = everybody.stream()
                .map(peer -> peer.isIn() && who.test(peer) ? peer.left(at) : peer)
                .toList();
        return new Session(id, startedAt, at, all, mostPeers, null);
    }

    Session ended(Instant at) {
        return new Session(id, startedAt, at, everybody, mostPeers, at);
    }

    /** Who is in. */
    public List<Peer> peers() {
        return everybody.stream().filter(Peer::isIn).toList();
    }

    Optional<Peer> peer(UUID peerId) {
        return everybody.stream().filter(peer -> peer.id().equals(peerId)).findFirst();
    }

    public boolean isLive() {
        return everybody.stream().anyMatch(Peer::isIn);
    }

    Instant overAt(Duration keepAlive) {
        return updatedAt.plus(keepAlive);
    }

    boolean isOver(Duration keepAlive, Instant now) {
        return !isLive() && !now.isBefore(overAt(keepAlive));
    }

    /** Whose peers are in, each participant once. */
    public List<Participant> participants(Predicate<Peer> which) {
        Map<UUID, Participant> found = new LinkedHashMap<>();
        peers().stream().filter(which).map(Peer::participant).forEach(who -> found.put(who.id(), who));
        return List.copyOf(found.values());
    }

    /** The time of all peers together, those who are still in included. */
    public Duration spentUntil(Instant now) {
        return everybody.stream().map(peer -> peer.timeUntil(now)).reduce(Duration.ZERO, Duration::plus);
    }
}
