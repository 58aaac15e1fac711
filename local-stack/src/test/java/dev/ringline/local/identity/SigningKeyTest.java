package dev.ringline.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndKeptForItsOwnerAlone() throws Exception {
        // Given
        var file = folder.resolve("keys").resolve("identity.json");
        var made = SigningKey.keptIn(file);

        // When
        var found = SigningKey.keptIn(file);

        // Then
        assertThat(found.publicPem()).isEqualTo(made.publicPem());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void tellsNothingOfItsPrivateHalf() {
        var key = SigningKey.generate();

        assertThat(key.publicKeySet()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(key.toString()).doesNotContain("\"d\"");
    }
}
