package dev.ringline.local.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A program that runs to its end. */
public final class Command {

    private static final int NOT_FOUND = 127;

    private Command() {}

    /**
     * @param exit 127 when there is no such program
     * @param output what it wrote, errors included
     */
    public record Outcome(int exit, String output) {

        public boolean succeeded() {
            return exit == 0;
        }
    }

    public static Outcome run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.onExit().join().exitValue(), output.strip());
        } catch (IOException e) {
            return new Outcome(NOT_FOUND, command[0] + " cannot be run: " + e.getMessage());
        }
    }
}
