package dev.ringline.local.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random secret text in a file of its own. */
public final class Secret {

    private static final int BYTES = 32;

    private Secret() {}

    /** The file, made at the first call. */
    public static Path keptIn(Path file) {
        if (!Files.exists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(file, HexFormat.of().formatHex(bytes));
        }
        return file;
    }
}
