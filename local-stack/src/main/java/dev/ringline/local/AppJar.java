package dev.ringline.local;

import dev.ringline.local.machine.Command;
import dev.ringline.local.machine.Jvm;
import dev.ringline.local.machine.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A built Spring Boot application. It runs from its unpacked form, for reading classes out of jars inside a jar makes every
 * start slower.
 */
record AppJar(String module, Path jar) {

    /**
     * The application that {@code module} of the tree was built to.
     *
     * @throws IllegalStateException if it is not built
     */
    static AppJar in(Path root, String module) {
        var target = root.resolve(module).resolve("target");
        try (var files = Files.isDirectory(target) ? Files.list(target) : Stream.<Path>empty()) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .map(file -> new AppJar(module, file))
                    .orElseThrow(() -> new IllegalStateException(
                            module + " is not built: run ./ringline up, which builds it first."));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + target, e);
        }
    }

    /** How to run it; unpacks it into {@code folder} when it was built anew. */
    List<String> command(Path folder, Tuning tuning, List<String> arguments) {
        var unpacked = folder.resolve(module);
        var unpackedFrom = folder.resolve(module + ".stamp");
        if (!TextFile.read(unpackedFrom).equals(Optional.of(stamp()))) {
            unpack(unpacked);
            TextFile.write(unpackedFrom, stamp());
        }
        var program = List.of("-jar", unpacked.resolve(jar.getFileName()).toString());
        return Stream.of(List.of(Jvm.program()), tuning.flags(), program, arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** Tells one build from the next: builds are reproducible, so the time of modification never changes. */
    private String stamp() {
        try {
            return Files.size(jar) + " " + Files.getAttribute(jar, "unix:ctime");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + jar, e);
        }
    }

    private void unpack(Path target) {
        var outcome = Command.run(
                Jvm.program(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                target.toString());
        if (!outcome.succeeded()) {
            throw new IllegalStateException("Cannot unpack " + jar + ": " + outcome.output());
        }
    }
}
