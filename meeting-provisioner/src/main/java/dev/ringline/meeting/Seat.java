package dev.ringline.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One user's place in a meeting.
 *
 * @param expiresAt when the sealed token expires by its own claim
 */
public record Seat(String userId, String participantId, SealedToken token, Instant expiresAt) {

    public Seat {
        requireNonNull(userId, "userId");
        requireNonNull(participantId, "participantId");
        requireNonNull(token, "token");
        requireNonNull(expiresAt, "expiresAt");
    }
}
