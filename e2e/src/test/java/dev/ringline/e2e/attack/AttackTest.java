package dev.ringline.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the attack sees what it is there for. */
class AttackTest {

    private static final String TOKEN = "a-token";
    private static final String PROBLEM = "application/problem+json";

    private final HttpServer service = start();

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void findsTheFlawOfEachOperation() {
        // Given
        var attack = new Attack("flawed", Attack.resource("flawed.yaml"), address(), Map.of("eve", TOKEN));

        // When
        var findings = attack.run();

        // Then
        assertThat(findings.errors()).isEmpty();
        assertThat(findings.failures().keySet())
                .as(findings.output())
                .containsExactlyInAnyOrder(
                        "GET /failing",
                        "GET /undescribed",
                        "GET /plain",
                        "GET /codeless",
                        "GET /misshapen",
                        "GET /open",
                        "GET /credulous");
    }

    @Test
    void saysSoWhenItCannotTakePlace() {
        // Given
        var attack = new Attack("nowhere", Path.of("no-such-document.yaml"), address(), Map.of("eve", TOKEN));

        // When, Then
        assertThatThrownBy(attack::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("file does not exist");
    }

    private record Reply(int status, String type, String body) {

        static Reply problem(int status, String code) {
            return new Reply(
                    status,
                    PROBLEM,
                    "{\"title\":\"No\",\"status\":%d,\"detail\":\"No.\",\"code\":\"%s\"}".formatted(status, code));
        }
    }

    private static final Reply ONE = new Reply(200, "application/json", "{\"count\":1}");

    /** As it should be, but for the flaw that the path names. */
    private static Reply reply(String path, boolean known, boolean wellFormed) {
        if (!known && !path.equals("/open")) {
            return Reply.problem(401, "unauthenticated");
        }
        if (!wellFormed && !path.equals("/credulous")) {
            return path.equals("/failing")
                    ? Reply.problem(500, "internal-error")
                    : path.equals("/codeless") ? Reply.problem(400, "") : Reply.problem(400, "invalid-request");
        }
        return switch (path) {
            case "/teapot" -> Reply.problem(418, "teapot");
            case "/undescribed" -> Reply.problem(409, "conflict");
            case "/plain" -> new Reply(404, "text/plain", "nothing");
            case "/misshapen" -> new Reply(200, "application/json", "{\"count\":\"one\"}");
            default -> ONE;
        };
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        var reply = exchange.getRequestMethod().equals("GET")
                ? reply(
                        exchange.getRequestURI().getPath(),
                        authorization.equals(List.of("Bearer " + TOKEN)),
                        query == null || query.matches("limit=[1-9]"))
                : Reply.problem(405, "method-not-allowed");
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", reply.type());
        exchange.getResponseHeaders().add("Allow", "GET");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI address() {
        return URI.create("http://localhost:" + service.getAddress().getPort());
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", AttackTest::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No server for the test", e);
        }
    }
}
