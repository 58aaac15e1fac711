package dev.ringline.simulator.rest.session;

import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session, while it runs and after. Minutes are those of all peers together, with fractions. */
record SessionView(
        UUID id,
        UUID associatedId,
        String meetingDisplayName,
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
        String title = meeting.settings().title();
        return new SessionView(
                session.id(),
                meeting.id(),
                title == null ? "" : title,
                "meeting",
                session.endedAt() == null ? "LIVE" : "ENDED",
                session.peers().size(),
                session.mostPeers(),
                session.spentUntil(now).toMillis() / 60_000.0,
                appId,
                session.startedAt(),
                session.startedAt(),
                session.updatedAt(),
                session.endedAt(),
                List.of());
    }
}
