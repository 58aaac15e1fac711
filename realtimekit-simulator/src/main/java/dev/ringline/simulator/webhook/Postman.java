package dev.ringline.simulator.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;

/** Sends a delivery over HTTP, once. */
final class Postman {

    private final HttpClient http;
    private final Duration timeout;

    Postman(Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** @return the status of the answer; empty if none came */
    OptionalInt send(Delivery delivery, UUID uuid) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(delivery.webhook().url()))
                    .timeout(timeout)
                    .header("Content-Type", "application/json")
                    .header("rtk-signature", delivery.signature())
                    .header("rtk-uuid", uuid.toString())
                    .header("rtk-webhook-id", delivery.webhook().id().toString())
                    .POST(BodyPublishers.ofByteArray(delivery.body()))
                    .build();
            return OptionalInt.of(http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException | IllegalArgumentException unreachable) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
