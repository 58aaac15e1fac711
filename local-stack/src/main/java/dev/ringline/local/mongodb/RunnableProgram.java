package dev.ringline.local.mongodb;

import dev.ringline.local.machine.Command;
import java.nio.file.Path;

/** Makes sure that a downloaded mongod runs here. It needs libcurl 4, which small systems lack. */
final class RunnableProgram {

    private static final String CURL = "libcurl.so.4";

    private RunnableProgram() {}

    static void check(Path program) {
        var first = Command.run(program.toString(), "--version");
        var last = !first.succeeded() && first.output().contains(CURL) ? afterInstallingCurl(program) : first;
        if (!last.succeeded()) {
            throw new IllegalStateException("it does not run on this machine: " + last.output());
        }
    }

    private static Command.Outcome afterInstallingCurl(Path program) {
        if (!SystemPackage.install("libcurl4")) {
            throw new IllegalStateException(
                    "it needs libcurl 4; install it (Debian, Ubuntu: apt-get install libcurl4).");
        }
        return Command.run(program.toString(), "--version");
    }
}
