package dev.ringline.benchmarks.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * What stands before the replicas of a service: each new connection goes to the next one that is ready, as of a moment ago. Who
 * is ready is asked every now and then.
 */
public final class Balancer implements AutoCloseable {

    private static final Duration LOOKS = Duration.ofMillis(200);

    private final ServerSocket door;
    private final List<Integer> replicas;
    private final IntPredicate isReady;
    private final AtomicInteger next = new AtomicInteger();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private volatile List<Integer> ready = List.of();

    private Balancer(ServerSocket door, List<Integer> replicas, IntPredicate isReady) {
        this.door = door;
        this.replicas = List.copyOf(replicas);
        this.isReady = isReady;
    }

    /**
     * @param replicas their ports on this machine
     * @param isReady whether the replica at a port takes new work
     */
    public static Balancer before(List<Integer> replicas, IntPredicate isReady) {
        try {
            Balancer balancer =
                    new Balancer(new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()), replicas, isReady);
            balancer.look();
            var _ = balancer.looks.scheduleWithFixedDelay(
                    balancer::look, LOOKS.toNanos(), LOOKS.toNanos(), TimeUnit.NANOSECONDS);
            Thread.ofVirtual().start(balancer::accept);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        looks.shutdownNow();
        quietly(door);
    }

    private void look() {
        ready = replicas.stream().filter(isReady::test).toList();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                quietly(door);
            }
        }
    }

    private void connect(Socket client) {
        List<Integer> candidates = ready;
        int first = next.getAndIncrement();
        for (int attempt = 0; attempt < candidates.size(); attempt++) {
            int port = candidates.get(Math.floorMod(first + attempt, candidates.size()));
            Socket server = new Socket();
            try {
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(client, server));
                pass(server, client);
                return;
            } catch (IOException refused) {
                quietly(server);
            }
        }
        quietly(client);
    }

    /** The end of one direction ends the other. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // one of them is closed, which is all there is to know
        } finally {
            quietly(from);
            quietly(to);
        }
    }

    private static void quietly(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception alreadyGone) {
            // there is nothing more to close
        }
    }
}
