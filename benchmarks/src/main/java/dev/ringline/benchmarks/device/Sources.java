package dev.ringline.benchmarks.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Addresses that connections come from, in turn: one address has some 28,000 ports to spare, and those of connections that
 * were just closed are not among them.
 */
final class Sources {

    private static final int MOST = 5;

    private final List<InetSocketAddress> addresses;
    private final AtomicInteger next = new AtomicInteger();

    private Sources(List<InetSocketAddress> addresses) {
        this.addresses = addresses;
    }

    /** Loopback addresses; some systems have one only. */
    static Sources ofThisMachine() {
        Stream<String> others =
                IntStream.rangeClosed(2, MOST).mapToObj("127.0.0.%d"::formatted).filter(Sources::canBeUsed);
        return new Sources(Stream.concat(Stream.of("127.0.0.1"), others)
                .map(address -> new InetSocketAddress(address, 0))
                .toList());
    }

    InetSocketAddress next() {
        return addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
    }

    private static boolean canBeUsed(String address) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException notHere) {
            return false;
        }
    }
}
