package dev.ringline.local.part;

import dev.ringline.local.machine.ChildProcess;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.LogTail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Spring Boot application in a process of its own. It is ready when its readiness probe says so. */
public final class ServicePart implements Part {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
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
        var probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(PROBE_LIMIT)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        var settled = Condition.within(START_LIMIT, () -> !started.isAlive() || isReady(port));
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
