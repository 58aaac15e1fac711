package dev.ringline.e2e.stage;

import dev.ringline.e2e.crash.CrashSwitch;
import dev.ringline.e2e.phone.Http;
import dev.ringline.local.machine.ChildProcess;
import dev.ringline.local.machine.Command;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.LogTail;
import dev.ringline.local.machine.TextFile;
import dev.ringline.local.part.ServicePart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One process of a service, on a port of its own, to be killed and started again. */
public final class Replica {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final int TAIL = 20;
    private static final int MOST_STARTS = 10;

    private final App app;
    private final List<String> settings;
    private final Path log;
    private final int port;
    private @Nullable ChildProcess process;

    /** @param settings of the service, without its port */
    Replica(App app, List<String> settings, Path log, int port) {
        this.app = app;
        this.settings = settings;
        this.log = log;
        this.port = port;
    }

    public String module() {
        return app.module();
    }

    int port() {
        return port;
    }

    public Http http() {
        return Http.to(port);
    }

    /** Begins a start. */
    public synchronized void launch() {
        TextFile.write(orders(), "");
        process = ChildProcess.start(app.command(jvm(), allSettings()), log);
    }

    /** Begins a start of which every later one learns: at its orderly end it leaves what the application needs at first. */
    synchronized void launchToLearn() {
        process = ChildProcess.start(app.training(jvm(), allSettings()), log);
    }

    private List<String> jvm() {
        return List.of("-D" + CrashSwitch.FILE + "=" + orders());
    }

    /** Lets it die at a crash point, or at whichever of several lines comes first; only a woven application obeys. */
    public void order(String order) {
        TextFile.write(orders(), order);
    }

    /** Whether it died at a crash point that was ordered. */
    public boolean hasObeyed() {
        return obeyed().isPresent();
    }

    /** The order by which it died, without white space around it; empty if it lives or died of something else. */
    public Optional<String> obeyed() {
        return isAlive()
                ? Optional.empty()
                : TextFile.read(orders())
                        .filter(text -> text.startsWith(CrashSwitch.REACHED))
                        .map(text ->
                                text.substring(CrashSwitch.REACHED.length()).strip());
    }

    /** Starts it again, however often it takes: whoever starts while a store is away may die of it. */
    public void startAgain() {
        for (int attempt = 1; attempt <= MOST_STARTS; attempt++) {
            kill();
            launch();
            if (settled(START_LIMIT, this::isReady)) {
                return;
            }
        }
        throw new IllegalStateException(
                "%s does not start. The end of %s:%n%s".formatted(this, log, LogTail.of(log, TAIL)));
    }

    public void awaitReady() {
        if (!settled(START_LIMIT, this::isReady)) {
            throw new IllegalStateException(
                    "%s is not ready. The end of %s:%n%s".formatted(this, log, LogTail.of(log, TAIL)));
        }
    }

    /** Whether it is ready within the limit; ends early when it died. */
    public boolean settled(Duration limit, BooleanSupplier ready) {
        return Condition.within(limit, OFTEN, () -> !isAlive() || ready.getAsBoolean()) && isAlive();
    }

    public boolean isReady() {
        return ServicePart.isReady(port);
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** {@code kill -9}; does no harm to one that is dead already. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    public synchronized void stop() {
        if (process != null) {
            process.stop(GRACE);
            process = null;
        }
    }

    /** {@code SIGSTOP}: it answers nothing and forgets nothing until {@link #resume}. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    @Override
    public String toString() {
        return app.module() + ":" + port;
    }

    private Path orders() {
        return log.resolveSibling(log.getFileName() + ".order");
    }

    private List<String> allSettings() {
        return Stream.concat(Stream.of("--server.port=" + port), settings.stream())
                .toList();
    }

    private synchronized void signal(String name) {
        if (process != null && process.isAlive()) {
            Command.run("kill", "-" + name, Long.toString(process.handle().pid()));
        }
    }
}
