package dev.ringline.notification.running;

import dev.ringline.testkit.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks the service over HTTP. */
record ApiClient(int port, String token) {

    private static final String ADMIN = "ringline.admin";

    /** What came back. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }
    }

    static ApiClient of(int port, String user) {
        return new ApiClient(port, TestIdentity.tokenFor(user));
    }

    /** The app's backend. */
    static ApiClient backend(int port) {
        return new ApiClient(port, TestIdentity.tokenWithScope("backend", ADMIN));
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "");
    }

    /**
     * Sends a body.
     *
     * @param json with single quotes in the place of double ones
     */
    Answer put(String path, String json) throws IOException {
        return send("PUT", path, json.replace('\'', '"'));
    }

    Answer delete(String path) throws IOException {
        return send("DELETE", path, "");
    }

    private Answer send(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        var response = StreamClient.send(request.build());
        try (var content = response.body()) {
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(content));
        }
    }
}
