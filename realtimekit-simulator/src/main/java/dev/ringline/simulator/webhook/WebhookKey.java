package dev.ringline.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.simulator.SigningKey;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one key that signs the deliveries of all apps. It is made when it is first asked for. */
public final class WebhookKey {

    private @Nullable SigningKey key;

    /** SPKI PEM. */
    public String publicPem() {
        return current().publicPem();
    }

    /** Everything from now on is signed with another key. */
    public synchronized void rotate() {
        key = SigningKey.make();
    }

    /** What {@code rtk-signature} says of this body, in Base64. */
    public String sign(byte[] body) {
        return new String(Base64.getEncoder().encode(current().sign(body)), UTF_8);
    }

    private synchronized SigningKey current() {
        SigningKey known = key;
        if (known == null) {
            known = SigningKey.make();
            key = known;
        }
        return known;
    }
}
