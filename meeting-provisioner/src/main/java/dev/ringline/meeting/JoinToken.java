package dev.ringline.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A clear token of the provider: whoever has it can join the meeting. It lives in memory between the provider's answer
 * and the sealing, prints nothing of itself and gives its text to a {@link TokenSealer} only.
 */
public final class JoinToken {

    private final String text;
    private final Instant expiresAt;

    public JoinToken(String text, Instant expiresAt) {
        this.text = requireNonNull(text, "text");
        this.expiresAt = requireNonNull(expiresAt, "expiresAt");
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    SealedToken sealedBy(TokenSealer sealer, String meetingId, String userId) {
        return sealer.seal(text.getBytes(UTF_8), meetingId, userId);
    }

    @Override
    public String toString() {
        return "JoinToken[redacted, expiresAt=" + expiresAt + "]";
    }
}
