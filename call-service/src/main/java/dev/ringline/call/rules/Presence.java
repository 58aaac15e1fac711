package dev.ringline.call.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one side of a call: which device holds it, until when that device counts as alive, and whether its media
 * is up. Two sources tell of media, the device itself and the media plane; the later word counts.
 *
 * @param device the holding device: the one that dialled or answered, or that dialled again since
 * @param aliveUntil the end of the device's lease; each heartbeat moves it
 * @param media the last word about the side's media
 * @param peers who the media plane says is there for this side, oldest first
 * @param absence that nobody of this side is there, and until when it is waited for; absent while nobody misses it
 */
public record Presence(
        String device,
        Instant aliveUntil,
        MediaReport media,
        List<Peer> peers,
        @Nullable Absence absence) {

    /** More than these are not remembered: a side has one peer, or for a moment two while it reconnects. */
    private static final int MOST_PEERS = 4;

    public Presence {
        peers = List.copyOf(peers);
    }

    /** What is said of the media of one side. */
    public enum MediaReport {
        CONNECTING,
        CONNECTED,
        RECONNECTING
    }

    /**
     * One connection of a user to the media plane.
     *
     * @param joinedAt tells a connection of this call from one of an earlier call in the same session
     */
    public record Peer(String peerId, String sessionId, Instant joinedAt) {}

    /**
     * How long a missed side is waited for, unless it is heard of before.
     *
     * @param alone when it counts as lost while the other side is there
     * @param together when it counts as lost while the other side is missed as well
     */
    public record Absence(Instant alone, Instant together) {

        /** A side that left may come back for a while, for a shorter one when nobody is there to wait. */
        static Absence from(Instant now, Timers timers) {
            return new Absence(now.plus(timers.leaveGrace()), now.plus(timers.leaveGraceOfBoth()));
        }

        /** A side that nobody vouches for any more is not waited for. */
        static Absence forGood(Instant now) {
            return new Absence(now, now);
        }
    }

    static Presence of(String device, Instant aliveUntil) {
        return new Presence(device, aliveUntil, MediaReport.CONNECTING, List.of(), null);
    }

    boolean isUp() {
        return media == MediaReport.CONNECTED && absence == null;
    }

    boolean isMissed() {
        return absence != null;
    }

    /** Whether the media plane's last word is that this side is there. */
    boolean isJoined() {
        return !peers.isEmpty();
    }

    boolean has(String peerId) {
        return peers.stream().anyMatch(peer -> peer.peerId().equals(peerId));
    }

    boolean isInSession(String sessionId) {
        return peers.stream().anyMatch(peer -> peer.sessionId().equals(sessionId));
    }

    boolean isAlive(Instant now) {
        return aliveUntil.isAfter(now);
    }

    Presence aliveUntil(Instant later) {
        return new Presence(device, later.isAfter(aliveUntil) ? later : aliveUntil, media, peers, absence);
    }

    /**
     * The device's own word. One that is not yet told of its connection does not undo it, and one that was never connected
     * has nothing to come back to.
     */
    Presence reported(MediaReport report, Instant leaseEnd) {
        boolean isUp = report == MediaReport.CONNECTED;
        boolean isLost = report == MediaReport.RECONNECTING && media == MediaReport.CONNECTED;
        MediaReport latest = isUp || isLost ? report : media;
        return new Presence(device, leaseEnd, latest, peers, isUp ? null : absence);
    }

    /** Another device, or the same one after a crash, takes the side over. */
    Presence takenOverBy(String other, Instant leaseEnd) {
        MediaReport next = media == MediaReport.CONNECTING ? MediaReport.CONNECTING : MediaReport.RECONNECTING;
        return new Presence(other, leaseEnd, next, peers, null);
    }

    Presence joinedBy(Peer peer) {
        List<Peer> known = Stream.concat(
                        peers.stream().filter(other -> !other.peerId().equals(peer.peerId())), Stream.of(peer))
                .toList();
        List<Peer> latest = known.subList(Math.max(0, known.size() - MOST_PEERS), known.size());
        return new Presence(device, aliveUntil, MediaReport.CONNECTED, latest, null);
    }

    /** A peer left; the side is missed when that was its last one. */
    Presence leftBy(String peerId, @Nullable Absence missed) {
        List<Peer> rest =
                peers.stream().filter(peer -> !peer.peerId().equals(peerId)).toList();
        return rest.isEmpty() ? gone(missed) : new Presence(device, aliveUntil, media, rest, absence);
    }

    /** Nobody of this side is there any more. */
    Presence gone(@Nullable Absence missed) {
        MediaReport last = media == MediaReport.CONNECTED ? MediaReport.RECONNECTING : media;
        return new Presence(device, aliveUntil, last, List.of(), missed);
    }

    /** When the lease asks for a decision: never while somebody else vouches for the side, or it is missed anyway. */
    @Nullable
    Instant leaseDue() {
        return isJoined() || isMissed() ? null : aliveUntil;
    }
}
