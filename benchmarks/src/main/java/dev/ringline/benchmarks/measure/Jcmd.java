package dev.ringline.benchmarks.measure;

import dev.ringline.local.machine.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK's jcmd asks of another JVM. */
final class Jcmd {

    private final String pid;

    Jcmd(ProcessHandle process) {
        this.pid = Long.toString(process.pid());
    }

    /** What it says to this command and its arguments. */
    String tell(String... words) {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String[] command =
                Stream.concat(Stream.of(program, pid), Stream.of(words)).toArray(String[]::new);
        var outcome = Command.run(command);
        if (!outcome.succeeded()) {
            throw new IllegalStateException("%s to %s: %s".formatted(List.of(words), this, outcome.output()));
        }
        return outcome.output();
    }

    @Override
    public String toString() {
        return "process " + pid;
    }
}
