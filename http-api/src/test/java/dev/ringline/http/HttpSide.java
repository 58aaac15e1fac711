package dev.ringline.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service of one side, and a client of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpSide {

    static final JsonMapper JSON = new JsonMapper();

    private final WebApplicationType type;
    final Tokens tokens = new Tokens();
    final RingTokenSamples rings = new RingTokenSamples();
    private final HttpClient http = HttpClient.newHttpClient();

    private KeyServer keys;
    private ConfigurableApplicationContext application;

    /** What the first request was answered, while no keys could be had. */
    HttpResponse<String> firstAnswer;

    HttpSide(WebApplicationType type) {
        this.type = type;
    }

    @BeforeAll
    void start() throws Exception {
        keys = new KeyServer(tokens.keySet());
        keys.down(true);
        application = ThingApplication.start(
                type,
                "ringline.security.jwt.issuer=" + Tokens.ISSUER,
                "ringline.security.jwt.jwk-set-uri=" + keys.address() + "/jwks.json",
                "ringline.security.jwt.audience=" + Tokens.AUDIENCE,
                "ringline.security.ring-keys-file=" + rings.publicKeys(),
                "ringline.http.body-timeout=2s",
                "server.tomcat.connection-timeout=2s");
        firstAnswer = get("/v1/caller");
        keys.down(false);
    }

    @AfterAll
    void stop() {
        application.close();
        keys.close();
        http.close();
    }

    String address() {
        return ThingApplication.address(application);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .setHeader("Authorization", "Bearer " + tokens.of("alice"))
                .setHeader("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends text as it is, for what an HTTP client would correct, and returns all that comes until the server hangs up. */
    String raw(String request) throws IOException {
        var address = URI.create(address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("about:blank");
        assertThat(problem.get("title").asString()).isNotEmpty();
        assertThat(problem.get("detail").asString()).endsWith(".");
        return problem;
    }
}
