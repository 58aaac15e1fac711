package dev.ringline.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user's device that talks to the service over HTTP. */
record CallClient(String base, String user, String device) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the service said. */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString();
        }
    }

    /** A user nobody else is: tests do not meet. */
    static CallClient of(int port, String name) {
        String user = name + "-" + UUID.randomUUID();
        return new CallClient("http://localhost:" + port, user, "phone");
    }

    CallClient on(String otherDevice) {
        return new CallClient(base, user, otherDevice);
    }

    CallClient as(String otherName) {
        return new CallClient(base, otherName + "-" + UUID.randomUUID(), device);
    }

    String dial(CallClient callee) {
        return dial(callee, "{\"calleeId\":\"%s\",\"media\":\"video\"}".formatted(callee.user()));
    }

    String dial(CallClient callee, String body) {
        Answer answer = send(request("/v1/calls").POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as("dial of %s: %s", callee.user(), answer).isEqualTo(201);
        return answer.body().get("callId").asString();
    }

    Answer post(String call, String command) {
        return send(request("/v1/calls/" + call + "/" + command).POST(BodyPublishers.noBody()));
    }

    Answer get(String call) {
        return list("/v1/calls/" + call);
    }

    Answer list(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + TestIdentity.tokenFor(user))
                .header("Ringline-Device", device)
                .header("Content-Type", "application/json");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), body.isEmpty() ? JSON.nullNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    <T> CompletableFuture<T> async(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> result.complete(work.get()));
        return result;
    }
}
