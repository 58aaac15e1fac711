package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One side's seat in a meeting.
 *
 * @param sealedToken base64url of the HPKE ciphertext; its context is {@code meetingId\nuserId} in UTF-8
 * @param sealedWith id of the public key that it was sealed to, in decimal
 * @param expiresAt the token's own expiry
 */
public record ProvisionedParticipant(
        String userId, String participantId, String sealedToken, String sealedWith, Instant expiresAt) {

    public ProvisionedParticipant {
        requireNonNull(userId, "userId");
        requireNonNull(participantId, "participantId");
        requireNonNull(sealedToken, "sealedToken");
        requireNonNull(sealedWith, "sealedWith");
        requireNonNull(expiresAt, "expiresAt");
    }
}
