package dev.ringline.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key that ring tokens are signed with: notification-service has the private one, whoever checks them the public one. */
public record RingKeys(Path privateKeys, Path publicKeys) {

    /** The pair in {@code folder}, made at the first call; the private one is readable by its owner alone. */
    public static RingKeys keptIn(Path folder) {
        var keys = new RingKeys(folder.resolve("ring-private.json"), folder.resolve("ring-public.json"));
        if (!Files.exists(keys.privateKeys) || !Files.exists(keys.publicKeys)) {
            keys.generate();
        }
        return keys;
    }

    private void generate() {
        try {
            var keys = new JWKSet(
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
            PrivateFile.write(privateKeys, keys.toString(false));
            PrivateFile.write(publicKeys, keys.toString(true));
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM makes no EC keys", e);
        }
    }
}
