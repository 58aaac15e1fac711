package dev.ringline.simulator.livestream;

import dev.ringline.simulator.room.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A livestream as it stands; it has one session, from its start to its stop.
 *
 * @param meeting what it shows; null for a stream of its own
 * @param startedTime null until it is live
 * @param stoppedTime null until it is stopped
 */
public record Livestream(
        UUID id,
        UUID sessionId,
        @Nullable String name,
        @Nullable Meeting meeting,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedTime,
        @Nullable Instant stoppedTime) {

    /** Where streams are sent to. It does not exist. */
    public static final String INGEST_SERVER = "rtmps://live.example.com/live";

    /** What it does. */
    public enum Status {
        LIVE,
        IDLE,
        ERRORED,
        INVOKED
    }

    static Livestream create(@Nullable String name, @Nullable Meeting meeting, Status status, Instant at) {
        return new Livestream(UUID.randomUUID(), UUID.randomUUID(), name, meeting, status, at, at, null, null);
    }

    Livestream live(Instant at) {
        return new Livestream(id, sessionId, name, meeting, Status.LIVE, createdAt, at, at, null);
    }

    Livestream stopped(Instant at) {
        return new Livestream(id, sessionId, name, meeting, Status.IDLE, createdAt, at, startedTime, at);
    }

    public boolean isActive() {
        return meeting != null && (status == Status.LIVE || status == Status.INVOKED);
    }

    public String streamKey() {
        return "key-" + id;
    }

    public String playbackUrl() {
        return "https://live.example.com/" + id + ".m3u8";
    }

    /** How long it was live, or has been until {@code now}. */
    public long ingestSeconds(Instant now) {
        return startedTime == null
                ? 0
                : Duration.between(startedTime, stoppedTime == null ? now : stoppedTime)
                        .toSeconds();
    }

    @Override
    public String toString() {
        return "Livestream[id=" + id + ", status=" + status + "]";
    }
}
