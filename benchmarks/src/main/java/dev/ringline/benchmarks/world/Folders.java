package dev.ringline.benchmarks.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** What a stack of the benchmarks leaves. */
final class Folders {

    private Folders() {}

    /** Removes data, keys and process ids; logs and unpacked applications stay. */
    static void forget(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String each : List.of("data", "keys", "run")) {
                FileSystemUtils.deleteRecursively(folder.resolve(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }
}
