package dev.ringline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for what opens a door somewhere: by the shapes that keys and tokens have, not by how random they look. */
final class SecretScan {

    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            shape("private key", "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY"),
            shape("private JWK", "\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{40,}\""),
            shape("JWT", "\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,}"),
            shape("AWS access key", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            shape("AWS secret key", "(?i)aws.{0,20}secret.{0,20}[\"'=:\\s][A-Za-z0-9/+]{40}\\b"),
            shape("Google API key", "\\bAIza[\\w-]{35}"),
            shape("Google OAuth secret", "\\bGOCSPX-[\\w-]{28}"),
            shape("Cloudflare token", "(?i)cloudflare.{0,30}(?:token|key).{0,5}[\"'=:\\s][A-Za-z0-9_-]{37,40}\\b"),
            shape("Cloudflare origin key", "\\bv1\\.0-[0-9a-f]{24}-[0-9a-f]{146}"),
            shape("GitHub token", "\\b(?:gh[opsur]_[A-Za-z0-9]{36}|github_pat_\\w{50,})"),
            shape("GitLab token", "\\bglpat-[\\w-]{20}"),
            shape("Slack token", "\\bxox[abeoprs]-[\\w-]{10,}"),
            shape("npm token", "\\bnpm_[A-Za-z0-9]{36}\\b"),
            shape("PyPI token", "\\bpypi-AgEI[\\w-]{50,}"),
            shape("Stripe key", "\\b[rs]k_live_[A-Za-z0-9]{20,}"),
            shape("password in an address", "\\b[a-z][a-z0-9+.-]+://[^\\s/:@\"'<>{}$%]+:[^\\s/:@\"'<>{}$%]{6,}@"));

    private SecretScan() {}

    /** Every finding, such as {@code docs/a.md:7: JWT}; never the secret itself. */
    static List<String> of(Path root, Stream<Path> files) {
        return files.filter(file -> Files.isRegularFile(root.resolve(file)))
                .flatMap(file -> in(root, file))
                .toList();
    }

    private static Stream<String> in(Path root, Path file) {
        List<String> lines = lines(root.resolve(file));
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(line -> SHAPES.entrySet().stream()
                        .filter(shape ->
                                shape.getValue().matcher(lines.get(line)).find())
                        .map(shape -> "%s:%d: %s".formatted(file, line + 1, shape.getKey())));
    }

    /** One character per byte, so that no encoding hides anything. */
    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Map.Entry<String, Pattern> shape(String name, String regex) {
        return Map.entry(name, Pattern.compile(regex));
    }
}
