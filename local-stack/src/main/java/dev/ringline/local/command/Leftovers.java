package dev.ringline.local.command;

import dev.ringline.local.Home;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.PidFile;
import dev.ringline.local.machine.TextFile;
import java.time.Duration;

/** Processes of a launcher that was killed. Their watchdogs end them, but perhaps have not yet. */
record Leftovers(Home home) {

    private static final Duration GRACE = Duration.ofSeconds(15);

    void end() {
        home.pids().forEach(Leftovers::end);
        TextFile.delete(home.ready());
    }

    private static void end(PidFile pid) {
        pid.process().ifPresent(process -> {
            process.destroy();
            if (!Condition.within(GRACE, () -> !process.isAlive())) {
                process.destroyForcibly();
            }
        });
        pid.delete();
    }
}
