package dev.ringline.e2e.checker;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a client was answered.
 *
 * @param to who asked, with which device
 * @param request what was asked
 * @param status of HTTP
 * @param body a call, or a problem that may show one
 */
public record Said(Client to, Request request, int status, JsonNode body) {

    /** What stands in the place of a status when the connection broke. */
    public static final int UNKNOWN = 0;

    static final int UNAVAILABLE = 503;

    public record Client(String user, String device) {}

    /**
     * @param command {@code dial}, {@code answer}, …
     * @param key the {@code Idempotency-Key}, empty without
     */
    public record Request(String command, String key) {

        public static Request of(String command) {
            return new Request(command, "");
        }
    }

    /** Whether it says nothing of what became of the request: the connection broke, or a store was away. */
    public boolean isOpen() {
        return status == UNKNOWN || status == UNAVAILABLE;
    }

    public boolean succeeded() {
        return status / 100 == 2;
    }

    boolean did(String command) {
        return succeeded() && request.command().equals(command);
    }

    /** The call that the answer shows, if it shows one. */
    Optional<JsonNode> call() {
        var call = body.has("callId") ? body : body.path("call");
        return call.has("callId") ? Optional.of(call) : Optional.empty();
    }

    String callId() {
        return call().map(call -> call.path("callId").asString()).orElse("");
    }

    /** How the call ended, if the answer shows a call that is over. */
    Optional<End> end() {
        return call().filter(call -> call.path("endedAt").isString())
                .map(call -> new End(
                        call.path("status").asString(),
                        call.path("endReason").asString(),
                        Instant.parse(call.path("endedAt").asString())));
    }

    /** The meeting that the answer lets the client into; empty without. */
    Optional<String> grant() {
        return call().map(call -> call.path("join").path("meetingId"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }
}
