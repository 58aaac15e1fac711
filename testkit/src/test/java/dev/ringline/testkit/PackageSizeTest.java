package dev.ringline.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private void write(String folder, int files) throws IOException {
        Path target = Files.createDirectories(sources.resolve(folder));
        for (int file = 0; file < files; file++) {
            Files.writeString(target.resolve("Type" + file + ".java"), "");
        }
    }
}
