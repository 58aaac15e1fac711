package dev.ringline.e2e.attack;

import dev.ringline.local.machine.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.springframework.util.FileSystemUtils;

/**
 * The program that makes requests out of an OpenAPI document. It comes from PyPI, in the releases that
 * {@code requirements.txt} names, into the user's cache: once per release of it and of Python.
 *
 * @param python the interpreter
 * @param packages the folder that holds the program and all that it rests on
 */
record Schemathesis(String python, Path packages) {

    private static final Pattern PYTHON = Pattern.compile("Python (3\\.\\d+)\\.\\S+");

    static Schemathesis ofThisMachine() {
        var release = Optional.of(Command.run("python3", "--version").output())
                .map(PYTHON::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElseThrow(() -> missing("python3 cannot be run"));
        var name = "%08x-python-%s".formatted(checksum(), release);
        try {
            return new Schemathesis("python3", installed(cache(), name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep Schemathesis in " + cache(), e);
        }
    }

    /** Ready to be given its arguments. */
    ProcessBuilder command() {
        var process = new ProcessBuilder(python, "-m", "schemathesis.cli");
        process.environment().putAll(Map.of("PYTHONPATH", packages.toString(), "PYTHONDONTWRITEBYTECODE", "1"));
        return process;
    }

    /** Others may do the same at the same time; what is there is whole. */
    private static Path installed(Path cache, String name) throws IOException {
        Files.createDirectories(cache);
        try (var lock = FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            var folder = cache.resolve(name);
            if (!Files.isDirectory(folder)) {
                install(cache, folder);
            }
            return folder;
        }
    }

    private static void install(Path cache, Path folder) throws IOException {
        var fresh = Files.createTempDirectory(cache, "download-");
        try {
            var requirements = fresh.resolve("requirements.txt");
            Files.write(requirements, requirements());
            var packages = fresh.resolve("packages");
            var outcome = Command.run(
                    "python3",
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--only-binary=:all:",
                    "--target=" + packages,
                    "--requirement=" + requirements);
            if (!outcome.succeeded()) {
                throw missing(outcome.output());
            }
            Files.move(packages, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    private static IllegalStateException missing(String why) {
        return new IllegalStateException(
                "No Schemathesis: the tests take it from PyPI and need python3 (3.10 or later) with pip for that; "
                        + "./ringline test installs both. " + why);
    }

    private static Path cache() {
        var home = Path.of(System.getProperty("user.home"), ".cache").toString();
        return Path.of(System.getenv().getOrDefault("XDG_CACHE_HOME", home), "ringline", "schemathesis");
    }

    private static long checksum() {
        var sum = new CRC32();
        sum.update(requirements());
        return sum.getValue();
    }

    private static byte[] requirements() {
        try (InputStream content = Schemathesis.class.getResourceAsStream("/attack/requirements.txt")) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read requirements.txt", e);
        }
    }
}
