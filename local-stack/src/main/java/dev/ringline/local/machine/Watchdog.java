package dev.ringline.local.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Kills a child process when this JVM is gone, however it went. It is a shell that reads a pipe from this JVM: the
 * pipe's end is the JVM's end, even after {@code kill -9}.
 */
public final class Watchdog implements AutoCloseable {

    private static final String UNTIL_THE_PIPE_ENDS = "trap '' INT TERM HUP; read -r _ || kill -9 \"$0\"";

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    public static Watchdog over(ProcessHandle child) {
        var shell = List.of("sh", "-c", UNTIL_THE_PIPE_ENDS, Long.toString(child.pid()));
        var command = new ProcessBuilder(Session.own(shell))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Watchdog(command.start());
        } catch (IOException e) {
            throw new UncheckedIOException("No watchdog for process " + child.pid(), e);
        }
    }

    /** Calls the watchdog off; the child lives on. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
