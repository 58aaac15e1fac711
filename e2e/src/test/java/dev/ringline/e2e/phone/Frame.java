package dev.ringline.e2e.phone;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One frame of a live stream.
 *
 * @param at when it arrived
 */
public record Frame(String name, JsonNode data, Instant at) {

    /** The call that it is about; empty for a snapshot. */
    public String callId() {
        return name.equals("message.created") ? text("messageId") : text("callId");
    }

    /** The text of a field; empty if there is none. */
    public String text(String field) {
        return data.path(field).asString("");
    }

    /** Whether it shows this call in this status: a snapshot among others, any other frame alone. */
    public boolean shows(String callId, String status) {
        return name.equals("snapshot")
                ? data.path("calls").valueStream().anyMatch(call -> is(call, callId, status))
                : is(data, callId, status);
    }

    private static boolean is(JsonNode call, String callId, String status) {
        return call.path("callId").asString("").equals(callId)
                && call.path("status").asString("").equals(status);
    }
}
