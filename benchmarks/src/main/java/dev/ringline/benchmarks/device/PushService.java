package dev.ringline.benchmarks.device;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringline.benchmarks.world.ServiceCommand;
import dev.ringline.benchmarks.world.World;
import dev.ringline.local.Service;
import dev.ringline.local.identity.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for Firebase Cloud Messaging, HTTP v1, and for the endpoint at which a service account gets its tokens. */
public final class PushService implements AutoCloseable {

    private static final String APP = "dev.ringline.bench";
    private static final String PROJECT = "ringline-bench";
    private static final String SETTING = "ringline.push.fcm.";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] TOKEN =
            json(Map.of("access_token", "any", "expires_in", 3_600, "token_type", "Bearer"));
    private static final byte[] SENT = json(Map.of("name", "projects/%s/messages/1".formatted(PROJECT)));

    private final ConcurrentMap<Ring, CompletableFuture<Received>> rings = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private PushService(HttpServer server) {
        this.server = server;
    }

    private record Ring(String callId, String token) {}

    /**
     * A push that came.
     *
     * @param nanos when, on the scale of {@link System#nanoTime}
     * @param at the same on the clock
     */
    public record Received(long nanos, Instant at) {}

    public static PushService start() {
        try {
            var service =
                    new PushService(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            service.server.createContext("/token", exchange -> answer(exchange, TOKEN));
            service.server.createContext("/v1/projects/%s/messages:send".formatted(PROJECT), service::take);
            service.server.setExecutor(service.threads);
            service.server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException("No push service on this machine", e);
        }
    }

    /** Has the world's notification-service push to here. */
    public ServiceCommand configure(World world, ServiceCommand notificationService) {
        Path account = world.key("push-account.json");
        PrivateFile.write(account, new String(json(account()), StandardCharsets.UTF_8));
        return notificationService
                .with(SETTING + "base-url", url())
                .with(SETTING + "apps[0].app-id", APP)
                .with(SETTING + "apps[0].service-account-file", account.toString());
    }

    /** Registers a device of the user for pushes, as its app would; the same name always has the same token. */
    public static void register(World world, String user, String device) {
        String body = "{\"platform\":\"android\",\"appId\":\"%s\",\"pushToken\":\"%s\"}".formatted(APP, token(device));
        var _ = world.web(Service.API_GATEWAY)
                .put("/v1/devices/" + device, world.users().headers(user, device), body);
    }

    /** Completes when the ring of this call for this device has come; it may have come already. */
    public CompletableFuture<Received> ring(String callId, String device) {
        return rings.computeIfAbsent(new Ring(callId, token(device)), _ -> new CompletableFuture<>());
    }

    /** Forgets what has come so far. */
    public void forget() {
        rings.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode message =
                JSON.readTree(exchange.getRequestBody().readAllBytes()).path("message");
        Received received = new Received(System.nanoTime(), Instant.now());
        JsonNode data = message.path("data");
        if (data.path("kind").asString().equals("ring")) {
            Ring ring = new Ring(
                    data.path("callId").asString(), message.path("token").asString());
            rings.computeIfAbsent(ring, _ -> new CompletableFuture<>()).complete(received);
        }
        answer(exchange, SENT);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A key that nobody has seen before. */
    private Map<String, Object> account() {
        return Map.of(
                "type",
                "service_account",
                "project_id",
                PROJECT,
                "private_key_id",
                "bench",
                "private_key",
                pem(newKey()),
                "client_email",
                "bench@%s.iam.gserviceaccount.com".formatted(PROJECT),
                "client_id",
                "1",
                "token_uri",
                url() + "/token");
    }

    static String token(String device) {
        return HexFormat.of()
                .formatHex("registration token of %s".formatted(device).getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no RSA", e);
        }
    }

    private static String pem(PrivateKey key) {
        String kind = "PRIVATE KEY";
        String content = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, content, kind);
    }

    private static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }
}
