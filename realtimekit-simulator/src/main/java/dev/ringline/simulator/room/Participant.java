package dev.ringline.simulator.room;

import dev.ringline.simulator.preset.Preset;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who was added to a meeting and may join it with a token, also from several devices at once. */
public record Participant(UUID id, Profile profile, Instant createdAt, Instant updatedAt) {

    /** What a client says about a participant. */
    public record Profile(
            String customParticipantId,
            @Nullable String name,
            @Nullable String picture,
            Preset preset) {}

    static Participant create(Profile profile, Instant at) {
        return new Participant(UUID.randomUUID(), profile, at, at);
    }

    Participant changed(Profile newProfile, Instant at) {
        return new Participant(id, newProfile, createdAt, at);
    }

    boolean isKnownAs(String customParticipantId) {
        return profile.customParticipantId().equals(customParticipantId);
    }
}
