package dev.ringline.e2e.phone;

import static java.util.function.Predicate.isEqual;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A device of a user: it asks through the gateway, and it listens once it is {@link #connect connected}. */
public final class Phone implements AutoCloseable {

    private final Http gateway;
    private final String user;
    private final String device;
    private final String token;
    private LiveStream stream = LiveStream.over(InputStream.nullInputStream());

    public Phone(Http gateway, String user, String device, String token) {
        this.gateway = gateway;
        this.user = user;
        this.device = device;
        this.token = token;
    }

    public String user() {
        return user;
    }

    public String device() {
        return device;
    }

    public String token() {
        return token;
    }

    /** Opens the live stream, anew if there is one, and waits for the snapshot. */
    public Phone connect() {
        stream.close();
        var response = gateway.open(request("/v1/stream"));
        if (response.statusCode() != 200) {
            throw new AssertionError("No live stream: " + response);
        }
        stream = LiveStream.over(response.body());
        awaitFrame("snapshot", "");
        return this;
    }

    public void disconnect() {
        stream.close();
    }

    public Answer dial(Phone callee) {
        return dial(callee, "\"media\":\"video\"");
    }

    /** {@code more}: further fields of the body. */
    public Answer dial(Phone callee, String more) {
        return send(dialling(callee, more));
    }

    public HttpRequest.Builder dialling(Phone callee, String more) {
        return posting("/v1/calls", "{\"calleeId\":\"%s\",%s}".formatted(callee.user, more));
    }

    public Answer call(String callId) {
        return get("/v1/calls/" + callId);
    }

    public Answer alerting(String callId) {
        return command(callId, "alerting");
    }

    public Answer answer(String callId) {
        return command(callId, "answer");
    }

    public Answer decline(String callId) {
        return command(callId, "decline");
    }

    public Answer end(String callId) {
        return command(callId, "end");
    }

    /** The messages about a call that this user can read. */
    public List<JsonNode> messages(String callId) {
        return get("/v1/messages?limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(message ->
                        message.path("call").path("callId").asString().equals(callId))
                .toList();
    }

    /** The first frame of this name about this call, waited for. */
    public Frame awaitFrame(String name, String callId) {
        return awaitFrame(frame -> frame.name().equals(name) && frame.callId().equals(callId));
    }

    /** The first frame that shows this call in this status, waited for. */
    public Frame awaitStatus(String callId, String status) {
        return awaitFrame(frame -> frame.shows(callId, status));
    }

    private Frame awaitFrame(Predicate<Frame> wanted) {
        return Patience.until(
                        () -> stream.frames().stream().filter(wanted).toList(),
                        isEqual(List.of()).negate())
                .getFirst();
    }

    /** The names of the frames about a call so far. */
    public List<String> heard(String callId) {
        return stream.frames().stream()
                .filter(frame -> frame.callId().equals(callId))
                .map(Frame::name)
                .toList();
    }

    public Answer get(String path) {
        return send(request(path));
    }

    public Answer send(HttpRequest.Builder request) {
        return gateway.send(request);
    }

    public HttpRequest.Builder posting(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    private Answer command(String callId, String command) {
        return send(posting("/v1/calls/" + callId + "/" + command, ""));
    }

    public HttpRequest.Builder request(String path) {
        return gateway.request(path).header("Authorization", "Bearer " + token).header("Ringline-Device", device);
    }

    @Override
    public void close() {
        stream.close();
    }
}
