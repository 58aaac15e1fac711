package dev.ringline.notification.push.apns;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushTarget.Environment;
import dev.ringline.notification.push.apns.ApnsProperties.Key;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection to each environment for each app that has a key. */
final class ApnsClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Map<String, Map<Environment, ApnsClient>> clients = new HashMap<>();
    private final ApnsProperties settings;

    /** Creates the clients, which connect when they are first used; fails with a sentence on a key that is none. */
    ApnsClients(ApnsProperties settings, PushProperties common) {
        this.settings = settings;
        for (Key key : settings.keys()) {
            clients.put(key.appId(), clients(key, common));
        }
    }

    /** The app's connection to this environment; null without a key for the app. */
    @Nullable
    ApnsClient of(String appId, Environment environment) {
        Map<Environment, ApnsClient> ofApp = clients.get(appId);
        return ofApp == null ? null : ofApp.get(environment);
    }

    boolean areNone() {
        return clients.isEmpty();
    }

    String host(Environment environment) {
        return switch (environment) {
            case PRODUCTION -> settings.productionHost();
            case SANDBOX -> settings.sandboxHost();
        };
    }

    private Map<Environment, ApnsClient> clients(Key key, PushProperties common) {
        Map<Environment, ApnsClient> clients = new EnumMap<>(Environment.class);
        for (Environment environment : Environment.values()) {
            clients.put(environment, client(key, host(environment), common));
        }
        return clients;
    }

    private static ApnsClient client(Key key, String host, PushProperties common) {
        int colon = host.lastIndexOf(':');
        File keyFile = key.keyFile().toFile();
        try {
            ApnsClientBuilder builder = new ApnsClientBuilder()
                    .setApnsServer(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)))
                    .setSigningKey(ApnsSigningKey.loadFromPkcs8File(keyFile, key.teamId(), key.keyId()))
                    .setUseAlpn(true)
                    .setConnectionTimeout(CONNECT)
                    .setGracefulShutdownTimeout(GOODBYE);
            if (common.trustedCertificatesFile() != null) {
                builder.setTrustedServerCertificateChain(
                        common.trustedCertificatesFile().toFile());
            }
            return builder.build();
        } catch (IOException | GeneralSecurityException | RuntimeException noKey) {
            throw new IllegalStateException(
                    "ringline.push.apns.keys[].key-file: " + keyFile + " is no key of Apple", noKey);
        }
    }

    @Override
    public void close() {
        CompletableFuture.allOf(clients.values().stream()
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .map(ApnsClient::close)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }
}
