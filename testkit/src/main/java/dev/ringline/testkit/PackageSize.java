package dev.ringline.testkit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A package that nobody can take in at a glance is to be cut by meaning: main and test code alike. */
public final class PackageSize {

    private static final long MOST = 15;

    private PackageSize() {}

    /** Fails with every folder below {@code sources} that holds more than fifteen Java files. */
    public static void check(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            Map<Path, Long> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(groupingBy(Path::getParent, TreeMap::new, counting()));
            assertThat(packages).as("Java files below %s", sources).isNotEmpty();
            assertThat(packages)
                    .allSatisfy((folder, size) -> assertThat(size)
                            .as("files of the package %s", folder)
                            .isLessThanOrEqualTo(MOST));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + sources, e);
        }
    }
}
