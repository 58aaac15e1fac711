package dev.ringline.e2e.checker;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One record of a topic.
 *
 * @param subject the call, or the message
 * @param content the payload
 */
public record Told(String id, String type, String subject, long sequence, JsonNode content) {

    boolean isEnd() {
        return type.startsWith("dev.ringline.call.ended.");
    }

    String text(String field) {
        return content.path(field).asString("");
    }

    /** Of a call's last event. */
    End end() {
        return end(content);
    }

    /** Of a message, whose facts lie one level deeper. */
    End lineEnd() {
        return end(content.path("call"));
    }

    private static End end(JsonNode facts) {
        return new End(
                facts.path("status").asString(),
                facts.path("reason").asString(),
                Instant.parse(facts.path("endedAt").asString()));
    }
}
