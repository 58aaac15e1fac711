package dev.ringline.notification.push.fcm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.fcm.FcmProperties.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Google's token endpoint and Firebase's send method on one local server. */
final class Google implements AutoCloseable {

    static final String APP = "dev.example.app";

    private static final JsonMapper JSON = new JsonMapper();
    private static final KeyPair KEYS = rsa();

    private final HttpServer server;
    private final List<String> assertions = new CopyOnWriteArrayList<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile boolean refusingAccount;
    private volatile Runnable beforeAToken = () -> {};

    /** What came in at the send method. */
    record Sent(String path, String authorization, String body) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    Google() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::token);
        server.createContext("/v1/projects/", this::send);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        assertions.add(body(exchange));
        beforeAToken.run();
        Answer answer = refusingAccount
                ? new Answer(400, Map.of(), "{\"error\":\"invalid_grant\"}")
                : new Answer(
                        200,
                        Map.of(),
                        "{\"access_token\":\"token-%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                                .formatted(tokens.incrementAndGet()));
        respond(exchange, answer);
    }

    private void send(HttpExchange exchange) throws IOException {
        sent.add(new Sent(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body(exchange)));
        Answer next = answers.poll();
        respond(exchange, next == null ? new Answer(200, Map.of(), "{\"name\":\"projects/p/messages/0:1\"}") : next);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The next send is answered with this error. */
    Google refusing(int status, Map<String, String> headers, String errorCode) {
        String details = "[{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\"%s\"}]"
                .formatted(errorCode);
        return answering(status, headers, details);
    }

    Google answering(int status, Map<String, String> headers, String details) {
        answers.add(new Answer(status, headers, "{\"error\":{\"code\":%d,\"details\":%s}}".formatted(status, details)));
        return this;
    }

    Google answeringText(int status, String body) {
        answers.add(new Answer(status, Map.of(), body));
        return this;
    }

    /** What happens while somebody waits for an access token. */
    Google beforeAToken(Runnable meanwhile) {
        beforeAToken = meanwhile;
        return this;
    }

    Google refusingAccount() {
        refusingAccount = true;
        return this;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    List<String> assertions() {
        return List.copyOf(assertions);
    }

    static KeyPair keys() {
        return KEYS;
    }

    /** A service account whose tokens come from here. */
    App app(Path folder) {
        String account = JSON.writeValueAsString(Map.of(
                "type", "service_account",
                "project_id", "demo-project",
                "private_key_id", "k1",
                "private_key", Pem.text(KEYS.getPrivate()),
                "client_email", "ringline@demo-project.iam.gserviceaccount.com",
                "client_id", "1",
                "token_uri", url().resolve("/token").toString()));
        return new App(APP, Pem.file(folder, "account.json", account));
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
