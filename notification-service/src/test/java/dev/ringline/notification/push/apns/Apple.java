package dev.ringline.notification.push.apns;

import com.eatthepath.pushy.apns.auth.ApnsVerificationKey;
import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import com.eatthepath.pushy.apns.server.RejectionReason;
import com.eatthepath.pushy.apns.server.ValidatingPushNotificationHandlerFactory;
import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.apns.ApnsProperties.Key;
import dev.ringline.notification.push.outbound.TlsServer;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One of Apple's hosts, as Pushy plays it: real HTTP/2, and it checks the signed token, the topic and the device's token
 * before it answers what the test says.
 */
final class Apple implements AutoCloseable {

    static final String APP = "dev.example.app";
    static final String TOKEN = "0123456789abcdef".repeat(4);
    static final String LEFT = "f0f0f0f0f0f0f0f0".repeat(4);

    private static final String TEAM = "TEAM123456";
    private static final String KEY_ID = "KEY1234567";
    private static final KeyPair KEYS = Pem.p256();

    private final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final MockApnsServer server;
    private final int port;
    private volatile @Nullable RejectionReason rejection;

    /** What came in. */
    record Push(Map<String, String> headers, String payload) {}

    Apple() throws IOException {
        this.port = freePort();
        X509Bundle certificate = TlsServer.bundle();
        this.server = new MockApnsServerBuilder()
                .setServerCredentials(
                        new X509Certificate[] {certificate.getCertificate()},
                        certificate.getKeyPair().getPrivate(),
                        null)
                .setUseAlpn(true)
                .setHandlerFactory(session -> scripted(validating().buildHandler(session)))
                .build();
        server.start(port).join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static ValidatingPushNotificationHandlerFactory validating() {
        try {
            ApnsVerificationKey key = new ApnsVerificationKey(KEY_ID, TEAM, (ECPublicKey) KEYS.getPublic());
            Set<String> topics = Set.of(APP, APP + ".voip");
            Map<String, Set<String>> tokens = new HashMap<>();
            topics.forEach(topic -> tokens.put(topic, Set.of(TOKEN, LEFT)));
            return new ValidatingPushNotificationHandlerFactory(
                    tokens,
                    Map.of(LEFT, Instant.parse("2026-01-01T00:00:00Z")),
                    Map.of(KEY_ID, key),
                    Map.of(key, topics));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PushNotificationHandler scripted(PushNotificationHandler validating) {
        return (headers, payload) -> {
            validating.handlePushNotification(headers, payload);
            Map<String, String> known = new HashMap<>();
            headers.forEach(header ->
                    known.put(header.getKey().toString(), header.getValue().toString()));
            pushes.add(new Push(known, payload.toString(StandardCharsets.UTF_8)));
            if (rejection != null) {
                throw new RejectedNotificationException(rejection);
            }
        };
    }

    /** The key that this host takes, in a file below this folder. */
    static Key key(Path folder) {
        return key(folder, KEYS);
    }

    static Key key(Path folder, KeyPair keys) {
        return new Key(APP, TEAM, KEY_ID, Pem.file(folder, "key.p8", Pem.text(keys.getPrivate())));
    }

    Apple rejecting(RejectionReason reason) {
        this.rejection = reason;
        return this;
    }

    List<Push> pushes() {
        return List.copyOf(pushes);
    }

    /** Takes everything again, and has seen nothing. */
    void forget() {
        rejection = null;
        pushes.clear();
    }

    String endpoint() {
        return "localhost:" + port;
    }

    /** An endpoint at which nobody listens. */
    static String nobody() throws IOException {
        return "localhost:" + freePort();
    }

    @Override
    public void close() {
        server.shutdown().join();
    }
}
