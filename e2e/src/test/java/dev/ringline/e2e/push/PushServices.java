package dev.ringline.e2e.push;

import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.push.Rung.Phone;
import dev.ringline.testkit.TestIdentity;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Google's and Apple's push services, and the devices that are registered there. */
final class PushServices implements AutoCloseable {

    static final String APP = "default";

    private static final int TOKEN_BYTES = 32;

    private final PushLog log = new PushLog();
    private final Random tokens = new Random();
    private final Firebase firebase;
    private final Apple apple;

    /** @param folder for what the service needs to prove itself */
    PushServices(Path folder) throws Exception {
        firebase = new Firebase(log, folder);
        apple = new Apple(log, folder);
    }

    List<String> settings() {
        return Stream.concat(firebase.settings().stream(), apple.settings().stream())
                .toList();
    }

    PushLog log() {
        return log;
    }

    /** A user with two Android devices and one of Apple's. */
    List<Phone> register(Http at, String user) {
        android(at, user, user + "-phone");
        android(at, user, user + "-tablet");
        apple(at, user, user + "-iphone");
        return List.of(
                new Phone(user + "-phone", true),
                new Phone(user + "-tablet", true),
                new Phone(user + "-iphone", false));
    }

    private void android(Http at, String user, String device) {
        put(at, user, device, "{\"platform\":\"android\",\"pushToken\":\"%s\"}".formatted(token(device)));
    }

    private void apple(Http at, String user, String device) {
        put(
                at,
                user,
                device,
                "{\"platform\":\"ios\",\"environment\":\"production\",\"voipToken\":\"%s\",\"pushToken\":\"%s\"}"
                        .formatted(token(device), token(device)));
    }

    private static void put(Http at, String user, String device, String json) {
        at.send(at.request("/v1/devices/" + device)
                        .header("Authorization", "Bearer " + TestIdentity.tokenFor(user))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)))
                .expect(200);
    }

    private String token(String device) {
        var bytes = new byte[TOKEN_BYTES];
        tokens.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        log.know(token, device);
        return token;
    }

    static String pem(PrivateKey key) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted("PRIVATE KEY", base64);
    }

    @Override
    public void close() {
        firebase.close();
        apple.close();
    }
}
