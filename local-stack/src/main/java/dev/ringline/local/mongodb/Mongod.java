package dev.ringline.local.mongodb;

import static java.util.Objects.requireNonNull;

import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.LogTail;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.machine.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real mongod as a child process, a replica set of one bound to 127.0.0.1. It keeps its port and its data from one
 * {@link #start} to the next, whatever ended it in between; it never outlives this JVM.
 */
public final class Mongod implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path program;
    private final Path data;
    private final Path log;
    private final int port;
    private @Nullable Process process;
    private @Nullable Watchdog watchdog;

    private Mongod(Path program, Path data, Path log, int port) {
        this.program = program;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    /**
     * @param program see {@link MongodProgram}
     * @param data folder of the database; made at the first start
     * @param log file to append its log to
     * @param port where clients connect; 0 = a free one
     */
    public static Mongod on(Path program, Path data, Path log, int port) {
        return new Mongod(program, data, log, Ports.orFree(port));
    }

    /** Returns when the replica set takes majority writes. */
    public synchronized Mongod start() {
        if (process == null || !process.isAlive()) {
            process = launch();
            watchdog = Watchdog.over(process.toHandle());
            new ReplicaSet(HOST, port).makeReady(this::requireAlive);
        }
        return this;
    }

    /** Shuts it down in good order. */
    public synchronized void stop() {
        if (process != null) {
            var ending = process;
            ending.destroy();
            if (!Condition.within(GRACE, () -> !ending.isAlive())) {
                ending.destroyForcibly();
            }
            ended();
        }
    }

    /** {@code kill -9}: what a crash does. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            ended();
        }
    }

    /** {@code SIGSTOP}: connections stay open and nothing answers, until {@link #resume}. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        stop();
    }

    public ProcessHandle process() {
        return requireNonNull(process, "mongod was never started").toHandle();
    }

    /** Connection string for clients. */
    public String uri(String database) {
        return "mongodb://%s:%d/%s?replicaSet=%s".formatted(HOST, port, database, ReplicaSet.NAME);
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            return new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + program, e);
        }
    }

    private List<String> command() {
        return List.of(
                program.toString(),
                "--bind_ip=" + HOST,
                "--port=" + port,
                "--dbpath=" + data,
                "--replSet=" + ReplicaSet.NAME,
                "--oplogSize=256",
                "--wiredTigerCacheSizeGB=0.25",
                "--nounixsocket",
                "--quiet",
                "--setParameter=diagnosticDataCollectionEnabled=false");
    }

    private void requireAlive() {
        if (!process().isAlive()) {
            throw new IllegalStateException("mongod ended while it started:\n" + LogTail.of(log, 5));
        }
    }

    private void ended() {
        requireNonNull(process).onExit().join();
        requireNonNull(watchdog).close();
        process = null;
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process().pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send " + name + " to mongod", e);
        }
    }
}
