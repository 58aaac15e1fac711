package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.machine.ChildProcess;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.Console;
import dev.ringline.local.machine.Jvm;
import dev.ringline.local.machine.LogFollower;
import dev.ringline.local.machine.TextFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the launcher as a process that stays when this one is done, and shows its progress until then. */
record Background(Home home) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    int launch(Addresses addresses) {
        var log = home.log(Launcher.NAME);
        TextFile.write(log, "");
        TextFile.delete(home.ready());
        var launcher = ChildProcess.launch(command(addresses), log);
        var abort = new Thread(launcher::destroy, "abort");
        Runtime.getRuntime().addShutdownHook(abort);
        var output = new LogFollower(log, Console::say);
        Condition.within(LIMIT, () -> {
            output.catchUp();
            return Files.exists(home.ready()) || !launcher.isAlive();
        });
        output.catchUp();
        if (!Files.exists(home.ready())) {
            return 1;
        }
        Runtime.getRuntime().removeShutdownHook(abort);
        return 0;
    }

    private List<String> command(Addresses addresses) {
        var command = new ArrayList<>(List.of(Jvm.program()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalStack.class.getName()));
        command.addAll(List.of(home.root().toString(), "up", "--port-base", Integer.toString(addresses.base())));
        return command;
    }
}
