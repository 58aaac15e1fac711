package dev.ringline.notification.stream;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.Audience;
import dev.ringline.notification.Delivery;
import dev.ringline.notification.Frame;
import dev.ringline.notification.Frame.Reconnect.Reason;
import dev.ringline.notification.rules.push.Connected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.context.SmartLifecycle;

/**
 * The connections that this replica holds. Delivering to them never waits. It stops before the server does, which would
 * wait for the streams to end, and before whatever brings frames, for they are told everything until they have left.
 */
public final class Connections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** For those who were asked last; no longer than it took to ask. */
    private static final Duration LAST_TO_LEAVE = Duration.ofSeconds(3);

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final ConcurrentMap<String, List<Connection>> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final StreamProperties properties;
    private final StreamMetrics metrics;
    private final InstantSource clock;
    private final BooleanSupplier ready;
    private volatile boolean running;
    private volatile @Nullable Instant leavesAt;

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
        makeRoom(connection, byUser.merge(owner.userId(), List.of(connection), Connections::together));
        return connection;
    }

    /** A device has one stream: the former one is left over from a network that it is no longer in. */
    private void makeRoom(Connection added, List<Connection> all) {
        String device = added.owner().deviceId();
        List<Connection> former = all.stream()
                .takeWhile(one -> one != added)
                .filter(one -> !one.isOver())
                .toList();
        former.stream()
                .filter(one -> one.owner().deviceId().equals(device))
                .forEach(one -> sendAway(one, Reason.REPLACED));
        List<Connection> others = former.stream()
                .filter(one -> !one.owner().deviceId().equals(device))
                .toList();
        others.stream()
                .limit(Math.max(0, others.size() + 1 - properties.maxPerUser()))
                .forEach(one -> sendAway(one, Reason.TOO_MANY_STREAMS));
    }

    /** Writes what the connection begins with; the frames since its registration follow. */
    void open(Connection connection, Frame.Snapshot snapshot) {
        connection.open(packet(snapshot), snapshot.sequences(), clock.instant());
        about(connection).addKeyValue("outcome", "opened").log("stream opened");
        Instant end = leavesAt;
        if (!running) {
            sendAway(connection, Reason.SHUTDOWN);
        } else if (end != null) {
            askToLeaveBefore(end, connection);
        }
    }

    void remove(Connection connection) {
        byUser.computeIfPresent(connection.owner().userId(), (_, all) -> without(all, connection));
        count.decrementAndGet();
        connection.close("left");
        about(connection).addKeyValue("outcome", connection.outcome()).log("stream closed");
    }

    /** The devices that hear of every call here; who was woken for one call is to be woken for the next. */
    public Set<Connected> connected() {
        return all().filter(one -> !one.isOver() && one.owner().hearsOfEverything())
                .map(one -> new Connected(one.owner().userId(), one.owner().deviceId()))
                .collect(Collectors.toSet());
    }

    /** How many connections there are of the audience. */
    int count(Audience audience) {
        return (int) byUser.getOrDefault(audience.userId(), List.of()).stream()
                .filter(connection -> audience.includes(connection.owner().deviceId()))
                .count();
    }

    /**
     * Hands the frame to the connections of its audience.
     *
     * @return how many these are
     */
    public int deliver(Delivery delivery) {
        List<Connection> audience = byUser.getOrDefault(delivery.audience().userId(), List.of()).stream()
                .filter(connection ->
                        delivery.audience().includes(connection.owner().deviceId()))
                .filter(connection -> connection.owner().mayHear(delivery.frame()))
                .toList();
        if (!audience.isEmpty()) {
            hand(delivery.frame(), audience);
        }
        return audience.size();
    }

    /** Ends the streams of one device of the user, or of all of them where none is given. */
    public void end(String userId, @Nullable String deviceId) {
        byUser.getOrDefault(userId, List.of()).stream()
                .filter(one -> deviceId == null || one.owner().deviceId().equals(deviceId))
                .forEach(one -> sendAway(one, Reason.DEREGISTERED));
    }

    /** What has to be done every second: comments, and an end for whom the token expired. */
    public void tick() {
        Instant now = clock.instant();
        all().forEach(connection -> {
            if (connection.isOver() || now.isBefore(connection.owner().until())) {
                connection.keepAlive(properties.keepAlive(), now);
            } else {
                connection.close("expired");
            }
        });
    }

    @Override
    public void start() {
        leavesAt = null;
        running = true;
    }

    /**
     * Asks everybody to connect to another replica, one after the other, so that not all do at once, and serves each until
     * he has: nobody is deaf meanwhile, however long that takes there. Whoever is still led here is let in, and asked too.
     */
    @Override
    public void stop(Runnable callback) {
        Duration within = properties.reconnectWithin();
        Instant end = clock.instant().plus(within);
        leavesAt = end;
        all().forEach(connection -> askToLeaveBefore(end, connection));
        finishWhenAllLeft(end.plus(within.compareTo(LAST_TO_LEAVE) < 0 ? within : LAST_TO_LEAVE), callback);
    }

    /** Sends everybody away at once, each for another while, and takes nobody in any more. */
    @Override
    public void stop() {
        running = false;
        all().forEach(connection -> sendAway(connection, Reason.SHUTDOWN));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void finishWhenAllLeft(Instant end, Runnable callback) {
        if (count.get() > 0 && clock.instant().isBefore(end)) {
            after(OFTEN, () -> finishWhenAllLeft(end, callback));
            return;
        }
        try {
            stop();
        } finally {
            callback.run();
        }
    }

    /**
     * At any moment before, so that there is no need to wait once more; or within a second, for who comes late, and may be
     * led here again.
     */
    private void askToLeaveBefore(Instant end, Connection connection) {
        Duration left = Duration.between(clock.instant(), end);
        Packet request = packet(new Frame.Reconnect(0, Reason.SHUTDOWN));
        after(random(left.isPositive() ? left : A_SECOND), () -> connection.offer(request, clock.instant()));
    }

    private void sendAway(Connection connection, Reason reason) {
        long delay = random(properties.reconnectWithin()).toMillis();
        connection.close(packet(new Frame.Reconnect(delay, reason)), reason.word(), clock.instant());
    }

    /** On a thread of its own: somebody may wait for the end of this replica on one of those that are shared. */
    private static void after(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(task);
    }

    private void hand(Frame frame, List<Connection> audience) {
        Packet packet = packet(frame);
        Instant now = clock.instant();
        audience.forEach(connection -> {
            connection.offer(packet, now);
            metrics.handedOver(frame, now);
        });
    }

    private static LoggingEventBuilder about(Connection connection) {
        return LOG.atInfo()
                .addKeyValue("userId", connection.owner().userId())
                .addKeyValue("deviceId", connection.owner().deviceId());
    }

    private static Packet packet(Frame frame) {
        return new Packet(frame, FrameEncoder.encode(frame));
    }

    private Stream<Connection> all() {
        return byUser.values().stream().flatMap(List::stream);
    }

    private static List<Connection> together(List<Connection> present, List<Connection> added) {
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
                        .withHeader("Retry-After", "5")
                        .withHeader("Connection", "close"));
    }

    private static Duration random(Duration below) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(Math.max(1, below.toMillis())));
    }
}
