package dev.ringline.simulator.rest.participant;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.simulator.room.Participant;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A participant; the token is there only in the answer to a request that makes one. */
record ParticipantView(
        UUID id,
        @Nullable String name,
        @Nullable String picture,
        String customParticipantId,
        String presetName,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(NON_NULL) @Nullable String token) {

    static ParticipantView of(Participant participant) {
        return of(participant, null);
    }

    static ParticipantView of(Participant participant, @Nullable String token) {
        Participant.Profile profile = participant.profile();
        return new ParticipantView(
                participant.id(),
                profile.name(),
                profile.picture(),
                profile.customParticipantId(),
                profile.preset().name(),
                participant.createdAt(),
                participant.updatedAt(),
                token);
    }

    @Override
    public String toString() {
        return "ParticipantView[id=" + id + "]";
    }

    /** What is shown of a participant that was deleted: the preset's id, and not its own. */
    record Deleted(String customParticipantId, UUID presetId, Instant createdAt, Instant updatedAt) {

        static Deleted of(Participant participant) {
            Participant.Profile profile = participant.profile();
            return new Deleted(
                    profile.customParticipantId(),
                    profile.preset().id(),
                    participant.createdAt(),
                    participant.updatedAt());
        }
    }
}
