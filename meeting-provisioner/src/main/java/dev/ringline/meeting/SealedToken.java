package dev.ringline.meeting;

import static java.util.Objects.requireNonNull;

/**
 * A token that only the holder of the private keyset can open.
 *
 * @param text base64url without padding
 * @param keyId id of the public key that it was sealed to, in decimal
 */
public record SealedToken(String text, String keyId) {

    public SealedToken {
        requireNonNull(text, "text");
        requireNonNull(keyId, "keyId");
    }
}
