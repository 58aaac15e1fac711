package dev.ringline.meeting;

import static java.util.Objects.requireNonNull;

/** A participant as the provider just made it. */
public record NewParticipant(String participantId, JoinToken token) {

    public NewParticipant {
        requireNonNull(participantId, "participantId");
        requireNonNull(token, "token");
    }
}
