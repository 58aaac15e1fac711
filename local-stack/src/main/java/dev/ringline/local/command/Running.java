package dev.ringline.local.command;

import dev.ringline.local.Home;
import dev.ringline.local.Service;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.Console;
import dev.ringline.local.machine.TextFile;
import java.nio.file.Files;
import java.time.Duration;

/** A stack that a launcher holds already, seen by a second {@code up}. */
record Running(Home home) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Says that it runs, renews the users' tokens and has what died started again. */
    int greet() {
        var addresses = Status.addresses(home);
        if (!Files.exists(home.ready())) {
            Console.say("Ringline is being started already; ./ringline status shows how far it is.");
            return 0;
        }
        new CurlHeaders(home, addresses).write();
        Console.say("Ringline is running: http://localhost:" + addresses.of(Service.API_GATEWAY));
        return PartStatus.all(home, addresses).stream()
                        .filter(part -> part.state() == PartStatus.State.DIED)
                        .map(this::startAgain)
                        .toList()
                        .contains(false)
                ? 1
                : 0;
    }

    private boolean startAgain(PartStatus dead) {
        Console.say("  " + dead.name() + " had died; it is started again");
        var request = home.again(dead.name());
        TextFile.write(request, "");
        Condition.within(LIMIT, () -> !Files.exists(request));
        var runs = home.pid(dead.name()).process().isPresent();
        if (!runs) {
            Console.complain(dead.name() + " did not start; see " + home.log(dead.name()));
        }
        return runs;
    }
}
