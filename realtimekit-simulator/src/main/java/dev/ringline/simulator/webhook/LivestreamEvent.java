package dev.ringline.simulator.webhook;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.simulator.livestream.Livestream;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.webhook.MeetingPart.Organizer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code livestreaming.statusUpdate}. A stream that belongs to no meeting has none here. */
record LivestreamEvent(
        String event,
        UUID streamId,
        String status,
        boolean manualIngest,
        String playbackUrl,
        String ingestServer,
        String streamKey,
        @JsonInclude(NON_NULL) @Nullable Room meeting) {

    record Room(
            UUID id, @Nullable String title, Instant createdAt, String roomName, String status, Organizer organizedBy) {

        private static Room of(Meeting meeting, Organizer organizer) {
            return new Room(
                    meeting.id(),
                    meeting.settings().title(),
                    meeting.createdAt(),
                    meeting.id().toString(),
                    "LIVE",
                    organizer);
        }
    }

    static LivestreamEvent of(Livestream stream, Organizer organizer) {
        Meeting meeting = stream.meeting();
        return new LivestreamEvent(
                "livestreaming.statusUpdate",
                stream.id(),
                stream.status().name(),
                false,
                stream.playbackUrl(),
                Livestream.INGEST_SERVER,
                stream.streamKey(),
                meeting == null ? null : Room.of(meeting, organizer));
    }

    @Override
    public String toString() {
        return "LivestreamEvent[streamId=" + streamId + "]";
    }
}
