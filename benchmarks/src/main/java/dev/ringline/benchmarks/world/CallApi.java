package dev.ringline.benchmarks.world;

import dev.ringline.benchmarks.world.Users.Pair;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call-service as its users' devices see it. */
public final class CallApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Web web;
    private final Users users;

    CallApi(Web web, Users users) {
        this.web = web;
        this.users = users;
    }

    /**
     * A call that was just dialled.
     *
     * @param createdAt when call-service accepted the dial: it has decided, and stored nothing yet
     */
    public record Dialled(String callId, Instant createdAt, Instant ringDeadline) {}

    public Dialled dial(Pair pair) {
        return dial(pair, "{\"calleeId\":\"%s\",\"media\":\"video\"}".formatted(pair.callee()));
    }

    public Dialled dial(Pair pair, int ringSeconds) {
        return dial(
                pair,
                "{\"calleeId\":\"%s\",\"media\":\"video\",\"ringSeconds\":%d}".formatted(pair.callee(), ringSeconds));
    }

    public void answer(Pair pair, String callId) {
        web.post("/v1/calls/" + callId + "/answer", users.headers(pair.callee()));
    }

    public void end(Pair pair, String callId) {
        web.post("/v1/calls/" + callId + "/end", users.headers(pair.caller()));
    }

    /** Whether something rings for the user, as a client asks that has no stream. */
    public boolean rings(String user) {
        return !JSON.readTree(web.get("/v1/calls/incoming", users.headers(user)))
                .path("items")
                .isEmpty();
    }

    /** What a poll gets. */
    public void read(String user, String callId) {
        web.get("/v1/calls/" + callId, users.headers(user));
    }

    /** How many calls the first page of the user's history shows. */
    public int firstPage(String user) {
        return JSON.readTree(web.get("/v1/calls", users.headers(user)))
                .path("items")
                .size();
    }

    private Dialled dial(Pair pair, String body) {
        JsonNode call = JSON.readTree(web.post("/v1/calls", users.headers(pair.caller()), body));
        return new Dialled(
                call.path("callId").asString(),
                Instant.parse(call.path("createdAt").asString()),
                Instant.parse(call.path("ringDeadline").asString()));
    }
}
