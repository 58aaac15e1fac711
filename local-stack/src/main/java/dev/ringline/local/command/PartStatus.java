package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.Service;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.part.ServicePart;
import java.util.Arrays;
import java.util.List;

/** How a part of a running stack is, seen from another process. */
record PartStatus(String name, int port, State state) {

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
        if (home.pid(name).process().isEmpty()) {
            return new PartStatus(name, port, State.DIED);
        }
        var ready = isService(name) ? ServicePart.isReady(port) : !Ports.isFree(port);
        return new PartStatus(name, port, ready ? State.READY : State.NOT_READY);
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
        return "  %-22s %-10s localhost:%d".formatted(name, word, port);
    }

    private static boolean isService(String name) {
        return Arrays.stream(Service.values())
                .anyMatch(service -> service.module().equals(name));
    }
}
