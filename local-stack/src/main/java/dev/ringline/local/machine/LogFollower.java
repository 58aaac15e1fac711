package dev.ringline.local.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Passes on the lines that another process adds to a file. */
public final class LogFollower {

    private final Path file;
    private final Consumer<String> lines;
    private long position;

    public LogFollower(Path file, Consumer<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Passes on what is new and whole; the rest of a line comes with its end. */
    public void catchUp() {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            var fresh = new byte[(int) (open.length() - position)];
            open.seek(position);
            open.readFully(fresh);
            var text = new String(fresh, StandardCharsets.UTF_8);
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            position += whole.getBytes(StandardCharsets.UTF_8).length;
            whole.lines().forEach(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
