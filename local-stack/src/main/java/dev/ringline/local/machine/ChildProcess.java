package dev.ringline.local.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program that runs beside this JVM, logs to a file and never outlives the JVM. Where the system can, it gets a session of
 * its own, so that Ctrl-C in the terminal reaches this JVM alone, which then ends all in order.
 */
public final class ChildProcess {

    private final Process process;
    private final Watchdog watchdog;

    private ChildProcess(Process process) {
        this.process = process;
        this.watchdog = Watchdog.over(process.toHandle());
    }

    /** {@code log} is appended to. */
    public static ChildProcess start(List<String> command, Path log) {
        return new ChildProcess(launch(command, log));
    }

    /** The same without the bond: this process lives on when this JVM is gone. */
    public static Process launch(List<String> command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ProcessBuilder(Session.own(command))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and ends it when it has not after {@code grace}. */
    public void stop(Duration grace) {
        process.destroy();
        if (!Condition.within(grace, () -> !process.isAlive())) {
            process.destroyForcibly();
        }
        forget();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        forget();
    }

    private void forget() {
        process.onExit().join();
        watchdog.close();
    }
}
