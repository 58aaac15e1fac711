package dev.ringline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The temporary folder of this JVM's tests. */
final class TestFolder {

    private static final Path PATH = create();

    private TestFolder() {}

    static Path path() {
        return PATH;
    }

    static void remove() {
        try {
            FileSystemUtils.deleteRecursively(PATH);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + PATH, e);
        }
    }

    private static Path create() {
        try {
            return Files.createTempDirectory("ringline-test-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }
}
