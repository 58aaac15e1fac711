package dev.ringline.simulator.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A permanent, re-usable room. It is never deleted; at most it is closed to joiners. */
public record Meeting(UUID id, Settings settings, Status status, Instant createdAt, Instant updatedAt) {

    /** Whether people may join. */
    public enum Status {
        ACTIVE,
        INACTIVE
    }

    /**
     * What a client may say about a meeting. The component names are those of the imitated API.
     *
     * @param sessionKeepAliveTimeInSecs how long a session outlives its last peer: 60 to 600 seconds
     * @param aiConfig kept and given back as it came; nothing is transcribed
     * @param recordingConfig kept and given back as it came; nothing is recorded
     */
    public record Settings(
            @Nullable String title,
            boolean recordOnStart,
            boolean liveStreamOnStart,
            boolean persistChat,
            boolean summarizeOnEnd,
            boolean transcribeOnEnd,
            int sessionKeepAliveTimeInSecs,
            Map<String, Object> aiConfig,
            Map<String, Object> recordingConfig) {

        public static final Settings DEFAULT =
                new Settings(null, false, false, false, false, false, 60, Map.of(), Map.of());

        Duration keepAlive() {
            return Duration.ofSeconds(sessionKeepAliveTimeInSecs);
        }
    }

    static Meeting create(Settings settings, Instant at) {
        return new Meeting(UUID.randomUUID(), settings, Status.ACTIVE, at, at);
    }

    Meeting changed(Settings newSettings, Status newStatus, Instant at) {
        return new Meeting(id, newSettings, newStatus, createdAt, at);
    }

    boolean isClosed() {
        return status == Status.INACTIVE;
    }
}
