package dev.ringline.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the running simulator: as a client of the imitated API, and over the control API. */
@Lazy
public final class SimulatorClient {

    public static final String API_TOKEN = "api-token-of-the-tests";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final String kit;

    SimulatorClient(@Value("${local.server.port}") int port, SimulatorProperties properties) {
        this.root = "http://127.0.0.1:" + port;
        this.kit = "/client/v4/accounts/" + properties.accountId() + "/realtime/kit/" + properties.appId();
    }

    /** An answer; {@link #at} reads its body as JSON. */
    public record Answer(int status, HttpResponse<String> response) {

        public JsonNode at(String pointer) {
            return JSON.readTree(body()).at(pointer);
        }

        public String text(String pointer) {
            return at(pointer).asString();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public String kitPath() {
        return kit;
    }

    /** A request to the app, with the right token. */
    public Answer kit(String method, String path, String... body) {
        try {
            return tryKit(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, for those who expect that no answer comes. */
    public Answer tryKit(String method, String path, String... body) throws IOException {
        return send(request(method, kit + path, body).header("Authorization", "Bearer " + API_TOKEN));
    }

    /** A request to any path, without a token. */
    public HttpRequest.Builder request(String method, String path, String... body) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofString(body[0]));
    }

    public Answer control(String method, String path, String... body) {
        try {
            return send(request(method, "/simulator" + path, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The id of a new meeting. */
    public String meeting() {
        return kit("POST", "/meetings", "{\"title\":\"Weekly sync\"}").text("/data/id");
    }

    /** The answer to a participant that was added with the name Mary Sue. */
    public Answer participant(String meetingId, String customId) {
        return kit(
                "POST",
                "/meetings/" + meetingId + "/participants",
                "{\"preset_name\":\"group_call_host\",\"custom_participant_id\":\"" + customId
                        + "\",\"name\":\"Mary Sue\"}");
    }

    /** The answer to an attempt to join with a token. */
    public Answer join(String token) {
        return control("POST", "/peers", "{\"token\":\"" + token + "\"}");
    }
}
