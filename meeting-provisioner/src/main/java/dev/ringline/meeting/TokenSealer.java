package dev.ringline.meeting;

import static java.util.Objects.requireNonNull;

/** Seals a token to its one meeting and user. */
@FunctionalInterface
public interface TokenSealer {

    /**
     * Seals.
     *
     * @param token the clear token in UTF-8
     */
    SealedToken seal(byte[] token, String meetingId, String userId);

    /**
     * A token that only the holder of the private keyset can open.
     *
     * @param text base64url without padding
     * @param keyId id of the public key that it was sealed to, in decimal
     */
    record SealedToken(String text, String keyId) {

        public SealedToken {
            requireNonNull(text, "text");
            requireNonNull(keyId, "keyId");
        }
    }
}
