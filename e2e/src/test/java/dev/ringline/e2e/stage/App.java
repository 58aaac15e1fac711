package dev.ringline.e2e.stage;

import dev.ringline.local.machine.Command;
import dev.ringline.local.machine.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A built application, unpacked for one campaign.
 *
 * @param folder where its jars are
 */
public record App(String module, Path folder) {

    private static final List<String> JVM = List.of(
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** @param root the built source tree */
    static App unpack(Path root, String module, Path folder) {
        var target = folder.resolve(module);
        var outcome = Command.run(
                Jvm.program(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                built(root.resolve(module).resolve("target")).toString(),
                "extract",
                "--force",
                "--destination",
                target.toString());
        if (!outcome.succeeded()) {
            throw new IllegalStateException("Cannot unpack " + module + ": " + outcome.output());
        }
        return new App(module, target);
    }

    /** The application's own jar; the others lie in {@code lib} beside it. */
    public Path jar() {
        return built(folder);
    }

    /** The classes as a first run {@linkplain #training found them}: every later start is a shorter one. */
    private Path cache() {
        return folder.resolve("classes.aot");
    }

    /** How to run it once so that the cache is made at its orderly end. */
    List<String> training(List<String> jvm, List<String> settings) {
        return command(Stream.concat(Stream.of("-XX:AOTCacheOutput=" + cache()), jvm.stream()), settings);
    }

    /** How to run it, with the cache if there is one. */
    List<String> command(List<String> jvm, List<String> settings) {
        var cached = Files.exists(cache()) ? Stream.of("-XX:AOTCache=" + cache()) : Stream.<String>empty();
        return command(Stream.concat(cached, jvm.stream()), settings);
    }

    private List<String> command(Stream<String> jvm, List<String> settings) {
        return Stream.of(
                        Stream.of(Jvm.program()),
                        JVM.stream(),
                        jvm,
                        Stream.of("-jar", jar().toString()),
                        settings.stream())
                .flatMap(each -> each)
                .toList();
    }

    private static Path built(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No application in " + folder + ": build it first"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }
}
