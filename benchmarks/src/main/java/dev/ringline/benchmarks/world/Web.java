package dev.ringline.benchmarks.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Plain requests to one server of this machine; an answer that is no success is a failure. */
public final class Web {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI server;

    Web(int port) {
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    public String get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET());
    }

    public String post(String path, Map<String, String> headers) {
        return send(request(path, headers).POST(BodyPublishers.noBody()));
    }

    public String post(String path, Map<String, String> headers, String json) {
        BodyPublisher body = BodyPublishers.ofString(json);
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(body));
    }

    public String put(String path, Map<String, String> headers, String json) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private static String send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s was answered %d: %s"
                        .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("%s %s failed".formatted(request.method(), request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
