package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user's device that talks to the service over HTTP. Every answer is held against the published description. */
record CallClient(String base, String user, String device, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the service said. */
    record Answer(int status, JsonNode body, HttpHeaders headers) {

        String text(String field) {
            return body.path(field).asString();
        }

        String code() {
            return text("code");
        }

        /** The call that it shows, as a success or as what stands in the way. */
        String callId() {
            return status < 300 ? text("callId") : body.at("/call/callId").asString();
        }
    }

    /** A user nobody else is: tests do not meet. */
    static CallClient of(int port, String name) {
        String user = name + "-" + UUID.randomUUID();
        return user("http://localhost:" + port, user, "phone");
    }

    private static CallClient user(String base, String user, String device) {
        return new CallClient(base, user, device, TestIdentity.tokenFor(user));
    }

    /** Somebody else, who answers for all calls. */
    CallClient asAdmin() {
        return new CallClient(base, "admin", device, TestIdentity.tokenWithScope("admin", "ringline.admin"));
    }

    CallClient on(String otherDevice) {
        return new CallClient(base, user, otherDevice, token);
    }

    CallClient user(String otherUser) {
        return user(base, otherUser, device);
    }

    CallClient as(String otherName) {
        return user(base, otherName + "-" + UUID.randomUUID(), device);
    }

    /** The same device before another instance of the service. */
    CallClient at(int port) {
        return new CallClient("http://localhost:" + port, user, device, token);
    }

    /** The id of a new call. */
    String dial(CallClient callee) {
        return dialled(tryDial(callee));
    }

    /** The id of a new call that rings five seconds, the shortest ring. */
    String dialBriefly(CallClient callee) {
        return dialled(tryDial("{\"calleeId\":\"%s\",\"ringSeconds\":5}".formatted(callee.user()), null));
    }

    Answer tryDial(CallClient callee) {
        return tryDial(callee, "video");
    }

    Answer tryDial(CallClient callee, String media) {
        return tryDial("{\"calleeId\":\"%s\",\"media\":\"%s\"}".formatted(callee.user(), media), null);
    }

    Answer tryDialWithKey(CallClient callee, String key) {
        return tryDial("{\"calleeId\":\"%s\",\"media\":\"video\"}".formatted(callee.user()), key);
    }

    private Answer tryDial(String body, String key) {
        HttpRequest.Builder request = request("/v1/calls").POST(BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    private static String dialled(Answer answer) {
        assertThat(answer.status()).as("a dial: %s", answer).isEqualTo(201);
        return answer.callId();
    }

    Answer post(String call, String command) {
        return postTo("/v1/calls/" + call + "/" + command, "");
    }

    Answer postTo(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    Answer heartbeat(String call, String media) {
        String body = "{\"media\":\"%s\"}".formatted(media);
        return send(request("/v1/calls/" + call + "/heartbeat").POST(BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer get(String call) {
        return list("/v1/calls/" + call);
    }

    Answer list(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return bareRequest(path)
                .header("Authorization", "Bearer " + token)
                .header("Ringline-Device", device)
                .header("Content-Type", "application/json");
    }

    /** Without a token, a device or a content type. */
    HttpRequest.Builder bareRequest(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }

    Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> response = exchange(request);
        ApiDescription.check(request, response);
        String body = response.body();
        return new Answer(
                response.statusCode(), body.isEmpty() ? JSON.nullNode() : JSON.readTree(body), response.headers());
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    <T> CompletableFuture<T> async(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
