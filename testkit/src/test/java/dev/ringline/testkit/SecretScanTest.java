package dev.ringline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ringline.local.machine.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** They are put together here, lest the scan of the tree find them. */
    @ParameterizedTest
    @CsvSource({
        "private key,            -----BEGIN RSA, PRIVATE KEY-----",
        "private key,            -----BEGIN, PRIVATE KEY-----",
        "JWT,                    eyJhbGciOiJIUzI1NiJ9, .eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlc2lnbmF0dXJl",
        "AWS access key,         AKIA, IOSFODNN7EXAMPLE",
        "AWS secret key,         aws_secret_access_key=wJalrXUtnFEMIK7M, DENGbPxRfiCYEXAMPLEKEY00",
        "Google API key,         AIza, SyA1234567890abcdefghijklmnopqrstuv",
        "Cloudflare token,       CLOUDFLARE_API_TOKEN=abcdefghijklm, nopqrstuvwxyz0123456789ABCD",
        "GitHub token,           ghp_, abcdefghijklmnopqrstuvwxyz0123456789",
        "Slack token,            xoxb, -123456789012-abcdefghijkl",
        "password in an address, mongodb://ringline, :correct-horse@db.example.com/call"
    })
    void findsWhatWasLeftInAFile(String kind, String one, String other) throws IOException {
        // Given
        var separator = kind.equals("private key") ? " " : "";
        Files.writeString(folder.resolve("left.txt"), "nothing\n" + one + separator + other + "\n");

        // When
        var findings = SecretScan.of(folder, Stream.of(Path.of("left.txt")));

        // Then
        assertThat(findings).containsExactly("left.txt:2: " + kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----",
                "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.an-example.not-a-token",
                "{\"kty\":\"RSA\",\"n\":\"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\"}",
                "http://localhost:8080/v1/calls",
                "mongodb://user:${PASSWORD}@db.example.com/call"
            })
    void letsPassWhatOpensNothing(String line) throws IOException {
        // Given
        Files.writeString(folder.resolve("left.txt"), line);

        // When
        var findings = SecretScan.of(folder, Stream.of(Path.of("left.txt")));

        // Then
        assertThat(findings).isEmpty();
    }

    @Test
    void noSecretIsInTheTree() {
        // Given
        assumeThat(ROOT.resolve(".git")).exists();
        var files = Command.run("git", "-C", ROOT.toString(), "ls-files", "--cached", "--others", "--exclude-standard");

        // When
        var findings = SecretScan.of(ROOT, files.output().lines().map(Path::of));

        // Then
        assertThat(files.output().lines()).hasSizeGreaterThan(100);
        assertThat(findings).isEmpty();
    }
}
