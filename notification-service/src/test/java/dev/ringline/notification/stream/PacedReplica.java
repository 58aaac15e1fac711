package dev.ringline.notification.stream;

import dev.ringline.notification.CallNews;
import dev.ringline.notification.LiveCalls;
import dev.ringline.notification.Projection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A replica without its network, which reads the events of a call at a pace of its own. */
final class PacedReplica {

    private static final StreamMetrics METRICS = new StreamMetrics(new SimpleMeterRegistry());
    private static final StreamProperties LIMITS =
            new StreamProperties(10, 10, 20, Duration.ofSeconds(15), Duration.ofSeconds(1));

    private final LiveCalls calls;
    private final Connections connections;
    private final List<CallNews> events;
    private int next;

    private PacedReplica(Projection shared, InstantSource clock, List<CallNews> events, int first) {
        this.calls = new LiveCalls(shared, clock);
        this.connections = new Connections(LIMITS, METRICS, clock, () -> true);
        this.events = events;
        this.next = first;
        connections.start();
    }

    /**
     * A replica that starts now.
     *
     * @param first of the events that it can still read: those before are longer ago than it looks back
     */
    static PacedReplica start(Projection shared, InstantSource clock, List<CallNews> events, int first) {
        return new PacedReplica(shared, clock, events, first);
    }

    /** Reads until it has passed so many of the events. */
    void readUpTo(int count) {
        for (; next < count; next++) {
            calls.learn(events.get(next)).ifPresent(frames -> frames.forEach(connections::deliver));
        }
    }

    Connection connect(ModelDevice device) {
        Connection connection = connections.register(new StreamOwner(device.user(), device.name(), null, Instant.MAX));
        connection.frames().subscribe(device.newStream());
        connections.open(connection, calls.snapshot(device.user(), device.name()));
        return connection;
    }

    /** The connection is found to be broken. */
    void disconnect(Connection connection) {
        connections.remove(connection);
    }
}
