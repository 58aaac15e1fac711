package dev.ringline.e2e.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the built source tree is. */
public final class SourceTree {

    private static final Path ROOT = find();

    private SourceTree() {}

    public static Path root() {
        return ROOT;
    }

    private static Path find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("local-stack")))
                .findFirst()
                .orElseThrow();
    }
}
