package dev.ringline.simulator.webhook;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.simulator.recording.Recording;
import dev.ringline.simulator.room.Session;
import dev.ringline.simulator.webhook.MeetingPart.Organizer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code recording.statusUpdate}. What is not known yet is left out. */
record RecordingEvent(
        String event,
        File recording,
        @JsonInclude(NON_NULL) @Nullable MeetingPart meeting) {

    @JsonInclude(NON_NULL)
    record File(
            UUID id,
            UUID recordingId,
            Recording.Status status,
            @Nullable String downloadUrl,
            @Nullable String audioDownloadUrl,
            @Nullable Instant downloadUrlExpiry,
            @Nullable Instant startedTime,
            @Nullable Instant stoppedTime,
            @Nullable String fileSize,
            String outputFileName,
            UUID meetingId,
            @Nullable Long recordingDuration,
            UUID organizationId,
            @JsonProperty("roomUUID") @Nullable UUID roomUuid) {}

    static RecordingEvent of(Recording recording, Organizer organizer) {
        Recording.Files files = recording.files();
        Session session = recording.session();
        File file = new File(
                recording.id(),
                recording.id(),
                recording.status(),
                files == null ? null : files.downloadUrl(),
                files == null ? null : files.audioDownloadUrl(),
                files == null ? null : files.expiry(),
                recording.startedTime(),
                recording.stoppedTime(),
                files == null ? null : Long.toString(files.size()),
                recording.outputFileName(),
                recording.meeting().id(),
                files == null ? null : recording.seconds(),
                organizer.id(),
                session == null ? null : session.id());
        MeetingPart meeting = session == null
                ? null
                : MeetingPart.of(recording.meeting(), session, organizer).endingAt(recording.stoppedTime());
        return new RecordingEvent("recording.statusUpdate", file, meeting);
    }
}
