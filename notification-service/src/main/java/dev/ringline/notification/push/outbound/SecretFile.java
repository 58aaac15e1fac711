package dev.ringline.notification.push.outbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a secret; surrounding white space is not part of it. What goes wrong names the property, never the content. */
public final class SecretFile {

    private SecretFile() {}

    public static String read(String property, Path file) {
        String secret = text(property, file).strip();
        if (secret.isEmpty()) {
            throw new IllegalStateException(property + ": " + file + " is empty");
        }
        return secret;
    }

    private static String text(String property, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(property + ": cannot read " + file, unreadable);
        }
    }
}
