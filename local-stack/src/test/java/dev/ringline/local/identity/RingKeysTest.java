package dev.ringline.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingKeysTest {

    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndTellNothingOfThePrivateHalf() throws Exception {
        // Given
        var made = RingKeys.keptIn(folder);
        var text = Files.readString(made.privateKeys());

        // When
        var found = RingKeys.keptIn(folder);

        // Then
        assertThat(Files.readString(found.privateKeys())).isEqualTo(text).contains("\"d\"");
        assertThat(Files.readString(found.publicKeys())).contains("\"x\"").doesNotContain("\"d\"");
    }
}
