package dev.ringline.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with one phone. Every request fails with the server's own words when it is refused. */
final class User {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final URI gateway;
    private final String token;
    private final HttpClient client;

    private User(String name, URI gateway, String token, HttpClient client) {
        this.name = name;
        this.gateway = gateway;
        this.token = token;
        this.client = client;
    }

    /** Gets a token first. */
    static User logIn(String name, Target target, HttpClient client) {
        var request = HttpRequest.newBuilder(target.identity().resolve("/token?user=" + name))
                .timeout(LIMIT);
        return new User(
                name,
                target.gateway(),
                send(client, request, BodyHandlers.ofString()).body(),
                client);
    }

    String name() {
        return name;
    }

    LiveStream openStream(Consumer<Frame> onFrame) {
        var request = request("/v1/stream").header("Accept", "text/event-stream");
        return LiveStream.read(
                name, send(client, request, BodyHandlers.ofInputStream()).body(), onFrame);
    }

    /** The call, ringing. */
    JsonNode dial(User callee) {
        var body = JSON.createObjectNode().put("calleeId", callee.name).put("media", "video");
        return json(request("/v1/calls").POST(BodyPublishers.ofString(body.toString())));
    }

    /** {@code step}: alerting, answer or end. */
    JsonNode act(String callId, String step) {
        return json(request("/v1/calls/" + callId + "/" + step).POST(BodyPublishers.noBody()));
    }

    JsonNode call(String callId) {
        return json(request("/v1/calls/" + callId));
    }

    JsonNode messages() {
        return json(request("/v1/messages")).path("items");
    }

    private JsonNode json(HttpRequest.Builder request) {
        return JSON.readTree(
                send(client, request.timeout(LIMIT), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Ringline-Device", name + "-phone")
                .header("Content-Type", "application/json");
    }

    private static <T> HttpResponse<T> send(
            HttpClient client, HttpRequest.Builder builder, HttpResponse.BodyHandler<T> handler) {
        var request = builder.build();
        try {
            var response = client.send(request, handler);
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s was answered %d: %s"
                        .formatted(request.method(), request.uri().getPath(), response.statusCode(), words(response)));
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(
                    request.uri().getAuthority() + " does not answer. Is Ringline up? ./ringline status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String words(HttpResponse<?> response) throws IOException {
        return response.body() instanceof InputStream body
                ? new String(body.readAllBytes(), StandardCharsets.UTF_8)
                : String.valueOf(response.body());
    }
}
