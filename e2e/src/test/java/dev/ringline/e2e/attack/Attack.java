package dev.ringline.e2e.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests made out of one OpenAPI document, good ones and bad ones, single ones and sequences, sent to whoever serves it.
 * The same seed gives the same requests as long as the answers are the same.
 *
 * @param name of the OpenAPI document and of the folder below {@code target} that keeps what was found
 * @param document the OpenAPI document
 * @param target whom to attack
 * @param tokens of the users that the requests are sent as
 */
record Attack(String name, Path document, URI target, Map<String, String> tokens) {

    /** The system property that asks for an attack of so many seconds in the place of a bounded number of requests. */
    static final String SECONDS = "ringline.attack.seconds";

    /** The system property that chooses the requests. */
    static final String SEED = "ringline.attack.seed";

    private static final String EXAMPLES_PER_OPERATION = "5";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    Findings run() {
        try {
            var folder = Files.createDirectories(Path.of("target", "attack", name));
            var output = folder.resolve("output.txt");
            var report = folder.resolve("report.json");
            Files.deleteIfExists(report);
            run(folder, output, report);
            if (!Files.exists(report)) {
                throw new IllegalStateException("The attack did not take place: " + Files.readString(output));
            }
            return Findings.of(JsonMapper.shared().readTree(Files.readString(report)), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what the attack on " + target + " finds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The attack on " + target + " was interrupted", e);
        }
    }

    private void run(Path folder, Path output, Path report) throws IOException, InterruptedException {
        var command = Schemathesis.ofThisMachine().command();
        command.command().addAll(arguments(report));
        command.environment()
                .putAll(Map.of(
                        "SCHEMATHESIS_HOOKS", resource("promises.py").toString(),
                        "RINGLINE_ATTACK_SEED", seed(),
                        "RINGLINE_ATTACK_TOKENS", JsonMapper.shared().writeValueAsString(tokens)));
        var process = command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds() + Integer.getInteger(SECONDS, 0), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The attack does not end: " + Files.readString(output));
        }
    }

    private List<String> arguments(Path report) {
        var arguments = new ArrayList<>(List.of(
                "run",
                document.toString(),
                "--url=" + target,
                "--seed=" + seed(),
                "--max-examples=" + EXAMPLES_PER_OPERATION,
                "--exclude-checks=status_code_conformance", // promises.py has a wider one
                "--continue-on-failure",
                "--no-shrink",
                "--suppress-health-check=all", // how fast a busy machine makes requests is nobody's flaw
                "--generation-database=none",
                "--request-timeout=20",
                "--warnings=off",
                "--no-color",
                "--report=json",
                "--report-json-path=" + report.toAbsolutePath()));
        var seconds = Integer.getInteger(SECONDS);
        if (seconds != null) {
            arguments.add("--max-time=" + seconds);
        }
        return arguments;
    }

    private static String seed() {
        return System.getProperty(SEED, "1");
    }

    /** A file of this package's resources. */
    static Path resource(String name) {
        return Path.of(URI.create(Attack.class.getResource("/attack/" + name).toString()));
    }
}
