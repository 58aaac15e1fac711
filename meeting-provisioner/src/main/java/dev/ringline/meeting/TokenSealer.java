package dev.ringline.meeting;

/** Seals a token to its one meeting and user. */
@FunctionalInterface
public interface TokenSealer {

    /**
     * Seals.
     *
     * @param token the clear token in UTF-8
     */
    SealedToken seal(byte[] token, String meetingId, String userId);
}
