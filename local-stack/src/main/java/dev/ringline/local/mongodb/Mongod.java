package dev.ringline.local.mongodb;

import dev.ringline.local.machine.ChildProcess;
import dev.ringline.local.machine.Command;
import dev.ringline.local.machine.LogTail;
import dev.ringline.local.machine.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private @Nullable ChildProcess process;

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
            new ReplicaSet(HOST, port).makeReady(this::requireAlive);
        }
        return this;
    }

    /** Shuts it down in good order. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(GRACE);
            process = null;
        }
    }

    /** {@code kill -9}: what a crash does. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
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

    /** Empty when it was never started or was ended. */
    public synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).map(ChildProcess::handle);
    }

    /** Connection string for clients. */
    public String uri(String database) {
        return uri(port, database);
    }

    /** Connection string of a mongod that was or will be started on this port. */
    public static String uri(int port, String database) {
        return "mongodb://%s:%d/%s?replicaSet=%s".formatted(HOST, port, database, ReplicaSet.NAME);
    }

    private ChildProcess launch() {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + data, e);
        }
        return ChildProcess.start(command(), log);
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
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("mongod ended while it started:\n" + LogTail.of(log, 5));
        }
    }

    private void signal(String name) {
        var sent = Command.run(
                "kill", "-" + name, Long.toString(process().orElseThrow().pid()));
        if (!sent.succeeded()) {
            throw new IllegalStateException("Cannot send " + name + " to mongod: " + sent.output());
        }
    }
}
