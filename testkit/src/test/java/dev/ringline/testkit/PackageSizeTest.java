package dev.ringline.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageSizeTest {

    @TempDir
    private Path sources;

    @Test
    void acceptsFifteenFilesInAPackage() throws IOException {
        // Given
        write("dev/small", 15);
        write("dev/small/door", 15);

        // When, Then
        assertThatCode(() -> PackageSize.check(sources)).doesNotThrowAnyException();
    }

    @Test
    void findsAPackageOfSixteenFiles() throws IOException {
        // Given
        write("dev/small", 15);
        write("dev/large", 16);

        // When, Then
        assertThatThrownBy(() -> PackageSize.check(sources))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("files of the package " + sources.resolve("dev/large"))
                .hasMessageNotContaining("files of the package " + sources.resolve("dev/small"));
    }

    @Test
    void failsWhereThereIsNothingToCheck() {
        assertThatThrownBy(() -> PackageSize.check(sources)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void holdsInEveryModule(Path module) {
        assertThatCode(() -> PackageSize.check(module.resolve("src"))).doesNotThrowAnyException();
    }

    static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..").toRealPath())) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }

    private void write(String folder, int files) throws IOException {
        Path target = Files.createDirectories(sources.resolve(folder));
        for (int file = 0; file < files; file++) {
            Files.writeString(target.resolve("Type" + file + ".java"), "");
        }
    }
}
