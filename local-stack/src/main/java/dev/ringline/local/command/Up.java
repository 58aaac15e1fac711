package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.machine.PortHolder;
import dev.ringline.local.machine.Ports;

/** {@code up}: starts the stack, or says that it runs and starts again what died. */
record Up(Home home, UpOptions options) {

    int run() {
        if (home.pid(Launcher.NAME).process().isPresent()) {
            return new Running(home).greet();
        }
        new Leftovers(home).end();
        requireFreePorts(options.addresses());
        return options.detached()
                ? new Background(home).launch(options.addresses())
                : new Launcher(home, options.addresses()).run();
    }

    static void requireFreePorts(Addresses addresses) {
        var taken = addresses.byName().entrySet().stream()
                .filter(port -> !Ports.isFree(port.getValue()))
                .map(port -> "Port %d (%s) is taken by %s."
                        .formatted(port.getValue(), port.getKey(), PortHolder.describe(port.getValue())))
                .toList();
        if (!taken.isEmpty()) {
            throw new IllegalStateException(
                    String.join("\n", taken) + "\nEnd it, or move all ports: ./ringline up --port-base 18080");
        }
    }
}
