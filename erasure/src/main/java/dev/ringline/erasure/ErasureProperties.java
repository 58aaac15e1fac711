package dev.ringline.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code ringline.erasure.*}: the key under which erased users are remembered. With another key they are forgotten, and a
 * replay brings them back: it lives as long as the database.
 *
 * @param keyFile holds at least 32 bytes of secret text; white space around it is ignored
 * @param key the same, for a laptop; give one of the two
 */
@ConfigurationProperties("ringline.erasure")
record ErasureProperties(@Nullable Path keyFile, @Nullable String key) {

    private static final int SHORTEST = 32;

    ErasureProperties {
        require(
                (keyFile == null) != (key == null),
                "give key-file: it names the secret under which erased users are remembered (or key, on a laptop)");
        require(keyFile == null || Files.isReadable(keyFile), "key-file names a file that cannot be read: " + keyFile);
    }

    /** The key itself. */
    byte[] secret() {
        byte[] secret = text().strip().getBytes(UTF_8);
        require(
                secret.length >= SHORTEST,
                "the key has %d bytes (expected: %d or more)".formatted(secret.length, SHORTEST));
        return secret;
    }

    private String text() {
        try {
            return keyFile == null ? String.valueOf(key) : Files.readString(keyFile);
        } catch (IOException e) {
            throw new IllegalArgumentException("ringline.erasure: key-file cannot be read: " + keyFile, e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("ringline.erasure: " + otherwise);
        }
    }

    @Override
    public String toString() {
        return "ErasureProperties[redacted, keyFile=" + keyFile + "]";
    }
}
