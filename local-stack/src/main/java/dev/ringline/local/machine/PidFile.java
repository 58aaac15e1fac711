package dev.ringline.local.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Remembers a process by its id and its start, so that a stranger who got the id later is not mistaken for it. */
public record PidFile(Path path) {

    public void write(ProcessHandle process) {
        TextFile.write(path, process.pid() + " " + start(process) + "\n");
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> process() {
        return TextFile.read(path)
                .map(text -> text.split(" "))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> ProcessHandle.of(Long.parseLong(parts[0]))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> parts[1].equals(Long.toString(start(process)))));
    }

    public void delete() {
        TextFile.delete(path);
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
