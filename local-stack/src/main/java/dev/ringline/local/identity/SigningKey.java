package dev.ringline.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;

/** An RSA key that signs tokens (RS256); its text form tells nothing of it. */
public final class SigningKey {

    private static final int BITS = 2048;

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    public static SigningKey generate() {
        try {
            return new SigningKey(new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM makes no RSA keys", e);
        }
    }

    /** The key in {@code file}, made at the first call and kept there for its owner alone. */
    public static SigningKey keptIn(Path file) {
        if (!Files.exists(file)) {
            PrivateFile.write(file, generate().key.toJSONString());
        }
        try {
            return new SigningKey(RSAKey.parse(PrivateFile.read(file)));
        } catch (ParseException e) {
            throw new IllegalStateException(file + " is no key of ours: remove it, and a new one is made", e);
        }
    }

    /** The public half as a JSON Web Key Set. */
    public String publicKeySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** The public half as PEM (X.509). */
    public String publicPem() {
        try {
            var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key.toRSAPublicKey().getEncoded());
            return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException("The key has no public half", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey " + key.getKeyID();
    }

    RSAKey key() {
        return key;
    }
}
