package dev.ringline.http.jwt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.converter.RsaKeyConverters;

/** Reads keys from files; a bad file stops the start with a sentence. */
final class KeyFiles {

    private static final int MIN_SECRET_BYTES = 32;

    private KeyFiles() {}

    static RSAPublicKey publicKey(Path file) {
        try {
            return RsaKeyConverters.x509().convert(new ByteArrayInputStream(bytes(file)));
        } catch (IllegalArgumentException | IllegalStateException notAKey) {
            throw new IllegalArgumentException(
                    "ringline.security.jwt.public-key-file must be an RSA public key in PEM form, but " + file
                            + " is not.",
                    notAKey);
        }
    }

    static SecretKey secret(Path file) {
        var secret = bytes(file);
        if (secret.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "ringline.security.jwt.hmac-secret-file must have at least %d bytes, but %s has %d."
                            .formatted(MIN_SECRET_BYTES, file, secret.length));
        }
        return new SecretKeySpec(secret, "HmacSHA256");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The key file " + file + " of ringline.security.jwt cannot be read.", unreadable);
        }
    }
}
