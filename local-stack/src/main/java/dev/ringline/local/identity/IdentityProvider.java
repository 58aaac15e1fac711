package dev.ringline.local.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Stands in the place of the app's own identity provider: whoever asks on this machine gets a token for any user.
 *
 * <ul>
 *   <li>{@code GET /token?user=alice[&scope=…][&device=…]}: the bare token
 *   <li>{@code GET /jwks.json}: the public key
 *   <li>{@code GET /.well-known/openid-configuration}: where the key is
 * </ul>
 */
public final class IdentityProvider implements AutoCloseable {

    public static final String AUDIENCE = "ringline";

    private static final String OPAQUE_ID = "[A-Za-z0-9._:@|+=~-]{1,128}";

    private final HttpServer server;
    private final TokenIssuer tokens;

    private IdentityProvider(HttpServer server, TokenIssuer tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    /** Serves at once; {@code port} 0 = a free one. */
    public static IdentityProvider start(int port, SigningKey key) {
        var server = listen(port);
        var issuer = issuer(server.getAddress().getPort());
        var tokens = new TokenIssuer(key, issuer, AUDIENCE, InstantSource.system());
        var provider = new IdentityProvider(server, tokens);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        provider.serve();
        return provider;
    }

    /** What the tokens of a provider on this port say of where they come from; it is also its address. */
    public static String issuer(int port) {
        return "http://localhost:" + port;
    }

    public String issuer() {
        return tokens.issuer();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve() {
        on("/token", this::token);
        on(
                "/jwks.json",
                request -> new Answer(200, "application/json", tokens.key().publicKeySet()));
        on("/.well-known/openid-configuration", request -> new Answer(200, "application/json", configuration()));
        on("/", request -> new Answer(404, "text/plain", "Ask for /token?user=… or /jwks.json.\n"));
        server.start();
    }

    private Answer token(Map<String, String> query) {
        var user = query.getOrDefault("user", "");
        if (!user.matches(OPAQUE_ID)) {
            return new Answer(400, "text/plain", "Name one user: /token?user=alice\n");
        }
        return new Answer(200, "text/plain", tokens.issue(user, claims(user, query)));
    }

    private static Map<String, String> claims(String user, Map<String, String> query) {
        var claims = new TreeMap<>(Map.of("name", user));
        if (query.containsKey("scope")) {
            claims.put("scope", query.get("scope"));
        }
        if (query.containsKey("device")) {
            claims.put("sid", query.get("device"));
        }
        return claims;
    }

    private String configuration() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks.json","token_endpoint":"%1$s/token",\
                "response_types_supported":["token"],"subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
    }

    private void on(String path, Resource resource) {
        server.createContext(path, handler(resource));
    }

    private static HttpHandler handler(Resource resource) {
        return exchange -> {
            try (exchange) {
                var answer = exchange.getRequestMethod().equals("GET")
                        ? resource.get(query(exchange))
                        : new Answer(405, "text/plain", "Only GET is served here.\n");
                answer.send(exchange);
            }
        };
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var raw = exchange.getRequestURI().getRawQuery();
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2)
                        .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (a, b) -> b));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The identity provider cannot listen on port " + port, e);
        }
    }

    private interface Resource {
        Answer get(Map<String, String> query);
    }

    private record Answer(int status, String type, String body) {

        void send(HttpExchange exchange) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
