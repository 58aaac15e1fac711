package dev.ringline.notification.stream;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.Delivery;
import dev.ringline.notification.Frame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The connections that this replica holds. Delivering to them never waits. It stops before the server does, which would
 * wait for the streams to end.
 */
public final class Connections implements Consumer<Delivery>, SmartLifecycle {

    private final ConcurrentMap<String, List<Connection>> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final StreamProperties properties;
    private final StreamMetrics metrics;
    private final InstantSource clock;
    private final BooleanSupplier ready;
    private volatile boolean running;

    /**
     * @param ready whether this replica knows every live call by now; before that nobody is let in
     */
    public Connections(StreamProperties properties, StreamMetrics metrics, InstantSource clock, BooleanSupplier ready) {
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.ready = ready;
        metrics.watch(count);
    }

    /**
     * A connection that misses nothing from now on.
     *
     * @throws ProblemException 503 {@code unavailable} when there are enough, or the replica starts or shuts down
     */
    Connection register(StreamOwner owner) {
        if (!running || !ready.getAsBoolean()) {
            throw refusal();
        }
        if (count.incrementAndGet() > properties.maxConnections()) {
            count.decrementAndGet();
            throw refusal();
        }
        Connection connection = new Connection(owner, properties.buffer(), clock.instant());
        byUser.merge(owner.userId(), List.of(connection), this::together);
        return connection;
    }

    /** Writes what the connection begins with; the frames since its registration follow. */
    void open(Connection connection, Frame.Snapshot snapshot) {
        connection.open(packet(snapshot), snapshot.sequences(), clock.instant());
        if (!running) {
            sendAway(connection);
        }
    }

    void remove(Connection connection) {
        byUser.computeIfPresent(connection.owner().userId(), (_, all) -> without(all, connection));
        count.decrementAndGet();
        connection.close();
    }

    /** Hands the frame to the connections of its audience. */
    @Override
    public void accept(Delivery delivery) {
        List<Connection> connections = byUser.get(delivery.audience().userId());
        if (connections != null) {
            deliver(delivery, connections);
        }
    }

    /** What has to be done every second: comments, and an end for whom the token expired. */
    public void tick() {
        Instant now = clock.instant();
        all().forEach(connection -> {
            if (now.isBefore(connection.owner().until())) {
                connection.keepAlive(properties.keepAlive(), now);
            } else {
                connection.close();
            }
        });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Sends everybody away, each for another while, and takes nobody in any more. */
    @Override
    public void stop() {
        running = false;
        all().forEach(this::sendAway);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sendAway(Connection connection) {
        connection.close(packet(new Frame.Reconnect(delay())), clock.instant());
    }

    private void deliver(Delivery delivery, List<Connection> connections) {
        Packet packet = packet(delivery.frame());
        Instant now = clock.instant();
        for (Connection connection : connections) {
            if (delivery.audience().includes(connection.owner().deviceId())) {
                connection.offer(packet, now);
                metrics.handedOver(delivery.frame(), now);
            }
        }
    }

    private static Packet packet(Frame frame) {
        return new Packet(frame, FrameEncoder.encode(frame));
    }

    private Stream<Connection> all() {
        return byUser.values().stream().flatMap(List::stream);
    }

    private List<Connection> together(List<Connection> present, List<Connection> added) {
        present.stream()
                .limit(Math.max(0, present.size() + 1 - properties.maxPerUser()))
                .forEach(Connection::close);
        return Stream.concat(present.stream(), added.stream()).toList();
    }

    private static @Nullable List<Connection> without(List<Connection> all, Connection gone) {
        List<Connection> rest = all.stream().filter(one -> one != gone).toList();
        return rest.isEmpty() ? null : rest;
    }

    private ProblemException refusal() {
        metrics.refused();
        return new ProblemException(
                Problem.unavailable("No stream can be opened here now; try again after Retry-After seconds.")
                        .withHeader("Retry-After", "5"));
    }

    private long delay() {
        Duration within = properties.reconnectWithin();
        return ThreadLocalRandom.current().nextLong(within.toMillis());
    }
}
