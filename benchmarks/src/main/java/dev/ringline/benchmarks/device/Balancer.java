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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before the replicas of a service: each new connection goes to the next one that is ready and takes it. Each
 * replica is asked every now and then whether it is ready; a single answer that does not come changes nothing.
 */
public final class Balancer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Balancer.class);

    private static final Duration LOOKS = Duration.ofMillis(200);
    private static final int MOST_MISSES = 3;

    private final ServerSocket door;
    private final List<Replica> replicas;
    private final AtomicInteger next = new AtomicInteger();
    private final ScheduledExecutorService looks;

    private Balancer(ServerSocket door, List<Replica> replicas) {
        this.door = door;
        this.replicas = replicas;
        this.looks = Executors.newScheduledThreadPool(replicas.size());
    }

    /** One of them, as it was when it was last looked at. */
    private static final class Replica {

        private final int port;
        private final IntPredicate isReady;
        private volatile int misses = MOST_MISSES;

        Replica(int port, IntPredicate isReady) {
            this.port = port;
            this.isReady = isReady;
        }

        void look() {
            misses = isReady.test(port) ? 0 : Math.min(MOST_MISSES, misses + 1);
        }

        boolean takesPart() {
            return misses < MOST_MISSES;
        }

        /** @throws IOException if it takes no connection */
        Socket connect() throws IOException {
            Socket server = new Socket();
            try {
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                server.setTcpNoDelay(true);
                return server;
            } catch (IOException refused) {
                quietly(server);
                throw refused;
            }
        }
    }

    /**
     * @param ports of the replicas on this machine
     * @param isReady whether the replica at a port takes new work
     */
    public static Balancer before(List<Integer> ports, IntPredicate isReady) {
        try {
            Balancer balancer = new Balancer(
                    new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()),
                    ports.stream().map(port -> new Replica(port, isReady)).toList());
            balancer.replicas.forEach(balancer::watch);
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

    private void watch(Replica replica) {
        replica.look();
        var _ = looks.scheduleWithFixedDelay(replica::look, LOOKS.toNanos(), LOOKS.toNanos(), TimeUnit.NANOSECONDS);
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
        List<Replica> candidates = replicas.stream().filter(Replica::takesPart).toList();
        int first = next.getAndIncrement();
        for (int attempt = 0; attempt < candidates.size(); attempt++) {
            Replica replica = candidates.get(Math.floorMod(first + attempt, candidates.size()));
            try (Socket server = replica.connect()) {
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(client, server));
                pass(server, client);
                return;
            } catch (IOException refused) {
                LOG.debug("The replica at {} takes no connection", replica.port, refused);
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
