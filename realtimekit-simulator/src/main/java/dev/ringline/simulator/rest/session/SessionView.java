package dev.ringline.simulator.rest.session;

import dev.ringline.simulator.Meeting;
import dev.ringline.simulator.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that runs. Minutes are those of all peers together, with fractions. */
record SessionView(
        UUID id,
        UUID associatedId,
        @Nullable String meetingDisplayName,
        String type,
        String status,
        int liveParticipants,
        int maxConcurrentParticipants,
        double minutesConsumed,
        UUID organizationId,
        Instant startedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        List<Object> breakoutRooms) {

    static SessionView of(Session session, Meeting meeting, UUID appId, Instant now) {
        return new SessionView(
                session.id(),
                meeting.id(),
                meeting.settings().title(),
                "meeting",
                "LIVE",
                session.peers().size(),
                session.mostPeers(),
                session.spentUntil(now).toMillis() / 60_000.0,
                appId,
                session.startedAt(),
                session.startedAt(),
                session.updatedAt(),
                null,
                List.of());
    }
}
