package dev.ringline.simulator.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Session;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What most events say about the meeting and its session. The status is LIVE whatever happened, as the real service has it.
 *
 * @param endedAt left out where null
 */
record MeetingPart(
        UUID id,
        UUID sessionId,
        @Nullable String title,
        String roomName,
        String status,
        Instant createdAt,
        Instant startedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant endedAt,
        Organizer organizedBy) {

    record Organizer(UUID id, String name) {}

    static MeetingPart of(Meeting meeting, Session session, Organizer organizer) {
        return new MeetingPart(
                meeting.id(),
                session.id(),
                meeting.settings().title(),
                meeting.id().toString(),
                "LIVE",
                session.startedAt(),
                session.startedAt(),
                session.endedAt(),
                organizer);
    }

    MeetingPart endingAt(@Nullable Instant end) {
        return new MeetingPart(id, sessionId, title, roomName, status, createdAt, startedAt, end, organizedBy);
    }
}
