package dev.ringline.local.machine;

import java.util.List;
import java.util.stream.Stream;

/**
 * A session of its own keeps a child process out of reach of what is sent to this JVM's process group: Ctrl-C in the
 * terminal, or the kill of a whole group.
 */
final class Session {

    private static final boolean AVAILABLE = Command.run("setsid", "--version").succeeded();

    private Session() {}

    /** The same command in a session of its own, where the system has such. */
    static List<String> own(List<String> command) {
        return AVAILABLE ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
    }
}
