package dev.ringline.local.part;

import dev.ringline.local.machine.ChildProcess;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.LogTail;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Spring Boot application in a process of its own. It is ready when its readiness probe says so. */
public final class ServicePart implements Part {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration PROBE_EVERY = Duration.ofMillis(150);
    private static final int PROBE_LIMIT_MS = 2_000;
    private static final int TAIL = 15;

    private final String name;
    private final int port;
    private final List<String> command;
    private final Path log;
    private @Nullable ChildProcess process;

    public ServicePart(String name, int port, List<String> command, Path log) {
        this.name = name;
        this.port = port;
        this.command = List.copyOf(command);
        this.log = log;
    }

    /** Whether the service on this port takes work. */
    public static boolean isReady(int port) {
        try {
            var probe = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
            var connection = (HttpURLConnection) probe.toURL().openConnection();
            connection.setConnectTimeout(PROBE_LIMIT_MS);
            connection.setReadTimeout(PROBE_LIMIT_MS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void start() {
        var started = ChildProcess.start(command, log);
        process = started;
        var settled = Condition.within(START_LIMIT, PROBE_EVERY, () -> !started.isAlive() || isReady(port));
        if (!started.isAlive()) {
            throw new IllegalStateException(
                    "%s died while it started. The end of %s:%n%s".formatted(name, log, LogTail.of(log, TAIL)));
        }
        if (!settled) {
            throw new IllegalStateException(
                    "%s was not ready within %d s; see %s".formatted(name, START_LIMIT.toSeconds(), log));
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(GRACE);
            process = null;
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).map(ChildProcess::handle);
    }
}
