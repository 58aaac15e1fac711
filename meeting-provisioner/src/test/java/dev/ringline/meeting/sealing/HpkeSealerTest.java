package dev.ringline.meeting.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.meeting.TokenSealer.SealedToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HpkeSealerTest {

    private static final byte[] TOKEN = "eyJ-clear".getBytes(UTF_8);

    private final Keyset keyset = Keyset.generate();

    @TempDir
    private Path folder;

    private HpkeSealer sealer;

    @BeforeEach
    void readKeyset() {
        sealer = HpkeSealer.read(new SealingProperties(keyset.writePublic(folder.resolve("public.json"))));
    }

    @Test
    void sealsSoThatThePrivateKeysetOpensIt() throws GeneralSecurityException {
        // When
        SealedToken sealed = sealer.seal(TOKEN, "meeting-1", "alice");

        // Then
        assertThat(keyset.open(sealed.text(), "meeting-1\nalice")).isEqualTo("eyJ-clear");
    }

    @ParameterizedTest
    @CsvSource({"meeting-2, alice", "meeting-1, bob", "meeting-1alice, ''"})
    void opensForItsMeetingAndUserOnly(String meetingId, String userId) {
        // When
        SealedToken sealed = sealer.seal(TOKEN, "meeting-1", "alice");

        // Then
        assertThatThrownBy(() -> keyset.open(sealed.text(), meetingId + "\n" + userId))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void namesTheKeyInDecimal() {
        // When
        SealedToken sealed = sealer.seal(TOKEN, "meeting-1", "alice");

        // Then
        assertThat(sealed.keyId()).isEqualTo(keyset.primaryKeyId());
    }

    @Test
    void sealsNeverTwiceAlikeAndWithoutPadding() {
        // When
        SealedToken one = sealer.seal(TOKEN, "meeting-1", "alice");
        SealedToken other = sealer.seal(TOKEN, "meeting-1", "alice");

        // Then
        assertThat(one.text()).isNotEqualTo(other.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void saysWhichPropertyHasNoKeyset() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{}");
        assertThatThrownBy(() -> HpkeSealer.read(new SealingProperties(file)))
                .hasMessage("ringline.sealing.public-keyset-file: " + file + " holds no readable public keyset");
    }

    @Test
    void takesNoPrivateKeyset() {
        Path file = keyset.writePrivate(folder.resolve("private.json"));
        assertThatThrownBy(() -> HpkeSealer.read(new SealingProperties(file)))
                .hasMessageStartingWith("ringline.sealing.public-keyset-file: " + file);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        Path absent = folder.resolve("absent.json");
        assertThatThrownBy(() -> new SealingProperties(absent))
                .hasMessage("ringline.sealing: public-keyset-file names a file that cannot be read: " + absent);
    }

    @Test
    void saysThatTheKeysetIsMissing() {
        assertThatThrownBy(() -> new SealingProperties(null))
                .hasMessage("ringline.sealing: public-keyset-file is missing");
    }
}
