package dev.ringline.local.command;

import dev.ringline.local.Home;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.Console;
import java.nio.file.Files;
import java.time.Duration;

/** {@code down}: ends the launcher, which ends its parts in order; then whatever is left of them. */
record Down(Home home, boolean wipe) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    int run() {
        var launcher = home.pid(Launcher.NAME).process();
        launcher.ifPresent(Down::end);
        new Leftovers(home).end();
        if (wipe && Files.isDirectory(home.folder())) {
            home.wipe();
        }
        Console.say((launcher.isPresent() ? "Ringline is down." : "Ringline was not running.")
                + (wipe ? " Its data are gone." : ""));
        return 0;
    }

    private static void end(ProcessHandle launcher) {
        launcher.destroy();
        if (!Condition.within(LIMIT, () -> !launcher.isAlive())) {
            launcher.destroyForcibly();
        }
    }
}
