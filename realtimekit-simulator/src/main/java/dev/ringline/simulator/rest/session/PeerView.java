package dev.ringline.simulator.rest.session;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.simulator.room.Participant;
import dev.ringline.simulator.room.Session.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's part in a session. The id is that of the peer; several peers of one participant are shown as the last of them.
 *
 * @param duration minutes, with fractions
 */
record PeerView(
        UUID id,
        UUID userId,
        String customParticipantId,
        @Nullable String displayName,
        String presetName,
        Instant joinedAt,
        @Nullable Instant leftAt,
        double duration,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(NON_NULL) @Nullable List<PeerEvent> peerEvents) {

    record PeerEvent(
            UUID id,
            String eventName,
            UUID peerId,
            @Nullable UUID participantId,
            @Nullable UUID sessionId,
            @Nullable UUID socketSessionId,
            String presetViewType,
            double minutesConsumed,
            Instant createdAt,
            Instant updatedAt) {}

    /** @param row the peers of one participant, in the order of joining */
    static PeerView of(List<Peer> row, boolean withEvents, Instant now) {
        Peer last = row.getLast();
        Participant who = last.participant();
        Instant joined = row.getFirst().joinedAt();
        Duration time = row.stream().map(peer -> peer.timeUntil(now)).reduce(Duration.ZERO, Duration::plus);
        return new PeerView(
                last.id(),
                who.id(),
                who.profile().customParticipantId(),
                who.profile().name(),
                who.profile().preset().name(),
                joined,
                last.leftAt(),
                minutes(time),
                joined,
                last.leftAt() == null ? last.joinedAt() : last.leftAt(),
                withEvents ? row.stream().flatMap(peer -> events(peer).stream()).toList() : null);
    }

    private static List<PeerEvent> events(Peer peer) {
        List<PeerEvent> events = new ArrayList<>();
        events.add(event("PEER_CREATED", peer, peer.joinedAt(), 0));
        events.add(event("PEER_JOINING", peer, peer.joinedAt(), 0));
        if (peer.leftAt() != null) {
            events.add(event("PEER_LEAVING", peer, peer.leftAt(), minutes(peer.timeUntil(peer.leftAt()))));
        }
        return events;
    }

    private static PeerEvent event(String name, Peer peer, Instant at, double minutes) {
        String viewType = peer.participant().profile().preset().viewType();
        return new PeerEvent(UUID.randomUUID(), name, peer.id(), null, null, null, viewType, minutes, at, at);
    }

    private static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }
}
