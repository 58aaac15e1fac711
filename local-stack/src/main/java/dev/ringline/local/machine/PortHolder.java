package dev.ringline.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which process listens on a port: from {@code /proc} where there is one, else from {@code lsof}. */
public final class PortHolder {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** Empty when nobody listens, or when the process belongs to somebody else. */
    public static Optional<ProcessHandle> of(int port) {
        return Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
    }

    /** For people: the process id and the program, or that it cannot be told. */
    public static String describe(int port) {
        return of(port).map(holder -> "process " + holder.pid()
                        + holder.info().command().map(" (%s)"::formatted).orElse(""))
                .orElse("a process that this user may not see");
    }

    private static Optional<ProcessHandle> fromProc(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row.length > INODE && isListener(row, port))
                .flatMap(row -> ownerOf("socket:[" + row[INODE] + "]").stream())
                .findFirst();
    }

    private static boolean isListener(String[] row, int port) {
        return row[STATE].equals(LISTENING) && row[LOCAL_ADDRESS].endsWith(String.format(Locale.ROOT, ":%04X", port));
    }

    private static Optional<ProcessHandle> ownerOf(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (var open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(descriptor -> target(descriptor).equals(socket));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) {
        return Command.run("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .output()
                .lines()
                .filter(line -> line.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .findFirst();
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
