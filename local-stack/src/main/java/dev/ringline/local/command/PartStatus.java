package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.Service;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.part.ServicePart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a part of a running stack is, seen from another process.
 *
 * @param process absent if it died; Kafka and the identity provider live in the launcher's
 */
record PartStatus(String name, int port, State state, Optional<ProcessHandle> process) {

    enum State {
        READY,
        NOT_READY,
        DIED
    }

    /** The parts that the launcher has started so far. */
    static List<PartStatus> all(Home home, Addresses addresses) {
        return addresses.byName().entrySet().stream()
                .filter(part -> home.pid(part.getKey()).exists())
                .map(part -> of(home, part.getKey(), part.getValue()))
                .toList();
    }

    private static PartStatus of(Home home, String name, int port) {
        var process = home.pid(name).process();
        if (process.isEmpty()) {
            return new PartStatus(name, port, State.DIED, process);
        }
        var ready = isService(name) ? ServicePart.isReady(port) : !Ports.isFree(port);
        return new PartStatus(name, port, ready ? State.READY : State.NOT_READY, process);
    }

    boolean isReady() {
        return state == State.READY;
    }

    /** For people. */
    String line() {
        var word = switch (state) {
            case READY -> "ready";
            case NOT_READY -> "not ready";
            case DIED -> "died";
        };
        var pid = process.map(alive -> "pid " + alive.pid()).orElse("");
        return "  %-22s %-10s localhost:%d  %s".formatted(name, word, port, pid).stripTrailing();
    }

    private static boolean isService(String name) {
        return Arrays.stream(Service.values())
                .anyMatch(service -> service.module().equals(name));
    }
}
