package dev.ringline.local;

import dev.ringline.local.machine.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a stack keeps what it needs.
 *
 * @param root the built source tree
 * @param folder everything that runs leaves: logs, data, keys, process ids
 */
public record Home(Path root, Path folder) {

    public static Home of(Path root) {
        return new Home(root, root.resolve(".ringline"));
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    public Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    public Path key(String name) {
        return folder.resolve("keys").resolve(name);
    }

    /** The headers of a user's curl. */
    public Path headers(String user) {
        return folder.resolve(user);
    }

    public PidFile pid(String part) {
        return new PidFile(run(part + ".pid"));
    }

    /** Of every part that was started and not ended in good order. */
    public List<PidFile> pids() {
        var folder = run("");
        try (var files = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }

    /** Marks that every part is ready. */
    public Path ready() {
        return run("ready");
    }

    /** The port base of the stack that runs or ran last. */
    public Path portBase() {
        return run("port-base");
    }

    /** Asks the launcher to start a part again that died. */
    public Path again(String part) {
        return run(part + ".again");
    }

    /** Forgets everything but downloaded programs. */
    public void wipe() {
        try (var children = Files.list(folder)) {
            for (var child : children.filter(each -> !each.endsWith("mongodb")).toList()) {
                remove(child);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + folder, e);
        }
    }

    private Path run(String name) {
        return folder.resolve("run").resolve(name);
    }

    private static void remove(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
