package dev.ringline.e2e.stage;

import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.checker.Said.Client;
import dev.ringline.e2e.checker.Said.Request;
import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.phone.Phone;
import dev.ringline.testkit.TestIdentity;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A device of a user. It may ask any replica, and all that it is answered goes into the diary. */
public final class Device {

    private final Client who;
    private final String token;
    private final Diary diary;

    private Device(Client who, String token, Diary diary) {
        this.who = who;
        this.token = token;
        this.diary = diary;
    }

    static Device of(String user, String kind, Diary diary) {
        return new Device(new Client(user, user + "-" + kind), TestIdentity.tokenFor(user), diary);
    }

    public String user() {
        return who.user();
    }

    /** {@code more}: further fields of the body. */
    public Said dial(Http at, Device callee, String more) {
        return dial(at, callee, more, "");
    }

    /** The same with an {@code Idempotency-Key}; empty for none. */
    public Said dial(Http at, Device callee, String more, String key) {
        var body = "{\"calleeId\":\"%s\",%s}".formatted(callee.user(), more);
        UnaryOperator<HttpRequest.Builder> keyed =
                key.isEmpty() ? UnaryOperator.identity() : request -> request.header("Idempotency-Key", key);
        return send(new Request("dial", key), keyed.apply(phone(at).posting("/v1/calls", body)), at);
    }

    /** {@code command}: the last word of the path, such as {@code answer}. */
    public Said command(Http at, String command, String callId) {
        return send(Request.of(command), phone(at).posting("/v1/calls/" + callId + "/" + command, ""), at);
    }

    public Said look(Http at, String callId) {
        return send(Request.of("get"), phone(at).request("/v1/calls/" + callId), at);
    }

    private Phone phone(Http at) {
        return new Phone(at, who.user(), who.device(), token);
    }

    private Said send(Request request, HttpRequest.Builder http, Http at) {
        Said said;
        try {
            var answer = at.send(http);
            said = new Said(who, request, answer.status(), json(answer.body()));
        } catch (UncheckedIOException broken) {
            said = new Said(who, request, Said.UNKNOWN, MissingNode.getInstance());
        }
        diary.note(said);
        return said;
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
