package dev.ringline.simulator.rest.livestream;

import dev.ringline.simulator.livestream.Livestream;
import dev.ringline.simulator.livestream.Livestream.Status;
import dev.ringline.simulator.room.Meeting;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A livestream. */
record LivestreamView(
        UUID id,
        @Nullable String name,
        @Nullable UUID meetingId,
        Status status,
        @Nullable String disabled,
        String ingestServer,
        String streamKey,
        String playbackUrl,
        Instant createdAt,
        Instant updatedAt) {

    static LivestreamView of(Livestream stream) {
        Meeting meeting = stream.meeting();
        return new LivestreamView(
                stream.id(),
                stream.name(),
                meeting == null ? null : meeting.id(),
                stream.status(),
                null,
                Livestream.INGEST_SERVER,
                stream.streamKey(),
                stream.playbackUrl(),
                stream.createdAt(),
                stream.updatedAt());
    }

    @Override
    public String toString() {
        return "LivestreamView[id=" + id + "]";
    }

    /** What is told right after the start. */
    record Started(UUID id, Status status, String ingestServer, String streamKey, String playbackUrl) {

        static Started of(Livestream stream) {
            return new Started(
                    stream.id(), stream.status(), Livestream.INGEST_SERVER, stream.streamKey(), stream.playbackUrl());
        }

        @Override
        public String toString() {
            return "Started[id=" + id + "]";
        }
    }

    /** One run of a livestream. Nobody watches. */
    record Run(
            UUID id,
            UUID livestreamId,
            Instant invokedTime,
            @Nullable Instant startedTime,
            @Nullable Instant stoppedTime,
            long ingestSeconds,
            long viewerSeconds,
            @Nullable String errMessage,
            Instant createdAt,
            Instant updatedAt) {

        static Run of(Livestream stream, Instant now) {
            return new Run(
                    stream.sessionId(),
                    stream.id(),
                    stream.createdAt(),
                    stream.startedTime(),
                    stream.stoppedTime(),
                    stream.ingestSeconds(now),
                    0,
                    null,
                    stream.createdAt(),
                    stream.updatedAt());
        }
    }
}
