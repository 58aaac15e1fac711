package dev.ringline.simulator.rest.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.simulator.recording.Recording;
import dev.ringline.simulator.recording.Recording.Caller;
import dev.ringline.simulator.recording.Recording.Files;
import dev.ringline.simulator.recording.Recording.Status;
import dev.ringline.simulator.room.Session;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recording. Durations are seconds, sizes bytes. */
record RecordingView(
        UUID id,
        Status status,
        @Nullable UUID sessionId,
        String outputFileName,
        Instant invokedTime,
        @Nullable Instant startedTime,
        @Nullable Instant stoppedTime,
        long recordingDuration,
        @Nullable Long fileSize,
        @Nullable String downloadUrl,
        @Nullable String audioDownloadUrl,
        @Nullable Instant downloadUrlExpiry,
        @Nullable Object storageConfig,
        Reason startReason,
        @Nullable Reason stopReason) {

    record Reason(String reason, @Nullable Who caller) {}

    /** The real service spells the user's id so. */
    record Who(
            String type,
            String name,
            @JsonProperty("user_Id") @Nullable UUID userId) {

        private static @Nullable Who of(@Nullable Caller caller) {
            return caller == null ? null : new Who(caller.type(), caller.name(), caller.userId());
        }
    }

    static RecordingView of(Recording recording) {
        Files files = recording.files();
        Session session = recording.session();
        return new RecordingView(
                recording.id(),
                recording.status(),
                session == null ? null : session.id(),
                recording.outputFileName(),
                recording.invokedTime(),
                recording.startedTime(),
                recording.stoppedTime(),
                recording.seconds(),
                files == null ? null : files.size(),
                files == null ? null : files.downloadUrl(),
                files == null ? null : files.audioDownloadUrl(),
                files == null ? null : files.expiry(),
                null,
                started(recording.wish().caller()),
                stopped(recording.stopped()));
    }

    private static Reason started(@Nullable Caller caller) {
        return new Reason(caller == null ? "RECORD_ON_START" : "API_CALL", Who.of(caller));
    }

    private static @Nullable Reason stopped(Recording.@Nullable Stopped stopped) {
        return stopped == null ? null : new Reason(stopped.reason().name(), Who.of(stopped.caller()));
    }
}
