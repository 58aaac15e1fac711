package dev.ringline.meeting.realtimekit;

import dev.ringline.meeting.MeetingProvider.JoinToken;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads when a token expires from its own claims. The signature is not checked: the provider's key is not published,
 * and the token came over its own connection.
 */
final class TokenReader {

    private static final int PARTS = 3;

    private final JsonMapper json = JsonMapper.builder().build();

    /** The token; empty when it is no JWT with an {@code exp}. */
    Optional<JoinToken> read(String text) {
        return claims(text)
                .map(claims -> claims.path("exp"))
                .filter(JsonNode::isIntegralNumber)
                .map(exp -> new JoinToken(text, Instant.ofEpochSecond(exp.longValue())));
    }

    private Optional<JsonNode> claims(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readTree(Base64.getUrlDecoder().decode(parts[1])));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
