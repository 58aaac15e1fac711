package dev.ringline.e2e.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringline.local.machine.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Google's token endpoint and Firebase's send method. */
final class Firebase implements AutoCloseable {

    private static final String ANSWER = "{\"name\":\"projects/demo/messages/0:1\"}";
    private static final String TOO_BUSY = "{\"error\":{\"code\":503,\"details\":[]}}";
    private static final String ACCESS = "{\"access_token\":\"access\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

    private final HttpServer server;
    private final PushLog log;
    private final Path account;

    Firebase(PushLog log, Path folder) {
        this.log = log;
        this.account = folder.resolve("service-account.json");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for Firebase", e);
        }
        server.createContext("/token", exchange -> answer(exchange, 200, ACCESS));
        server.createContext("/v1/projects/", this::send);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        TextFile.write(account, account());
    }

    /** What the service is to be told of it. */
    List<String> settings() {
        return List.of(
                "--ringline.push.fcm.base-url=" + url(),
                "--ringline.push.fcm.apps[0].app-id=" + PushServices.APP,
                "--ringline.push.fcm.apps[0].service-account-file=" + account);
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String account() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type", "service_account",
                        "project_id", "demo",
                        "private_key_id", "k1",
                        "private_key", key(),
                        "client_email", "ringline@demo.iam.gserviceaccount.com",
                        "client_id", "1",
                        "token_uri", url() + "/token"));
    }

    private static String key() {
        try {
            return PushServices.pem(
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        var message = JsonMapper.shared()
                .readTree(exchange.getRequestBody().readAllBytes())
                .path("message");
        boolean taken = log.note(message.path("token").asString(), message.path("data"));
        answer(exchange, taken ? 200 : 503, taken ? ANSWER : TOO_BUSY);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
