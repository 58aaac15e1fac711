package dev.ringline.simulator.recording;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording as it stands.
 *
 * @param session null until the recorder has joined one
 * @param startedTime null until then
 * @param stopped why and when it stopped; null before
 */
public record Recording(
        UUID id,
        Meeting meeting,
        Wish wish,
        Status status,
        @Nullable Session session,
        Instant invokedTime,
        @Nullable Instant startedTime,
        @Nullable Stopped stopped) {

    private static final Duration FILES_LIVE = Duration.ofDays(7);
    private static final long BYTES_A_SECOND = 125_000;

    /** Where it is between the call for it and its files. */
    public enum Status {
        INVOKED,
        RECORDING,
        PAUSED,
        UPLOADING,
        UPLOADED,
        ERRORED;

        public boolean isOver() {
            return this == UPLOADING || this == UPLOADED || this == ERRORED;
        }
    }

    /** What can be asked of one that runs. */
    public enum Action {
        STOP,
        PAUSE,
        RESUME
    }

    /** Why it stopped. */
    public enum StopReason {
        API_CALL,
        INTERNAL_ERROR,
        ALL_PEERS_LEFT
    }

    /**
     * What was asked for.
     *
     * @param caller who asked; null if the meeting records by itself
     * @param fileNamePrefix null without one
     * @param keptByProvider whether there will be a URL to download from
     */
    public record Wish(@Nullable Caller caller, @Nullable String fileNamePrefix, boolean keptByProvider) {}

    /** Who asked for something: the app, or a participant. */
    public record Caller(String type, String name, @Nullable UUID userId) {}

    public record Stopped(
            Instant at, StopReason reason, @Nullable Caller caller) {}

    /** What there is to download, for seven days. */
    public record Files(String downloadUrl, String audioDownloadUrl, Instant expiry, long size) {}

    static Recording invoke(Meeting meeting, Wish wish, Instant at) {
        return new Recording(UUID.randomUUID(), meeting, wish, Status.INVOKED, null, at, null, null);
    }

    Recording joined(Session to, Instant at) {
        return new Recording(id, meeting, wish, Status.RECORDING, to, invokedTime, at, null);
    }

    Recording become(Status next) {
        return new Recording(id, meeting, wish, next, session, invokedTime, startedTime, stopped);
    }

    Recording stop(Stopped how) {
        return new Recording(id, meeting, wish, Status.UPLOADING, session, invokedTime, startedTime, how);
    }

    /** @throws RefusedException 409 if that cannot be asked of it now */
    Recording act(Action action, Stopped how) {
        boolean possible = switch (action) {
            case STOP -> !status.isOver();
            case PAUSE -> status == Status.RECORDING;
            case RESUME -> status == Status.PAUSED;
        };
        if (!possible) {
            throw RefusedException.conflict(
                    "Cannot " + action.name().toLowerCase(Locale.ROOT) + " a recording that is " + status);
        }
        return switch (action) {
            case STOP -> stop(how);
            case PAUSE -> become(Status.PAUSED);
            case RESUME -> become(Status.RECORDING);
        };
    }

    public @Nullable Instant stoppedTime() {
        return stopped == null ? null : stopped.at();
    }

    /** How long it recorded; 0 until it stopped. */
    public long seconds() {
        return startedTime == null || stopped == null
                ? 0
                : Duration.between(startedTime, stopped.at()).toSeconds();
    }

    /** {@code <meeting or prefix>_<milliseconds>.mp4}. */
    public String outputFileName() {
        String prefix = wish.fileNamePrefix() == null ? meeting.id().toString() : wish.fileNamePrefix();
        return prefix + "_" + invokedTime.toEpochMilli() + ".mp4";
    }

    /** Null until it is uploaded, and for one that the provider does not keep. */
    public @Nullable Files files() {
        if (status != Status.UPLOADED || stopped == null || !wish.keptByProvider()) {
            return null;
        }
        String url = "https://example.com/recordings/" + outputFileName();
        return new Files(url, url.replace(".mp4", ".mp3"), stopped.at().plus(FILES_LIVE), seconds() * BYTES_A_SECOND);
    }
}
