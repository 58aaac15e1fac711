package dev.ringline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Temporary folders of this JVM's tests. */
final class TestFolder {

    private static final Path KEYS = create();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(KEYS), "keys-end"));
    }

    private TestFolder() {}

    /** For the keys of the tests; it goes with the JVM. */
    static Path keys() {
        return KEYS;
    }

    /** The caller removes it. */
    static Path create() {
        try {
            return Files.createTempDirectory("ringline-test-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }
}
