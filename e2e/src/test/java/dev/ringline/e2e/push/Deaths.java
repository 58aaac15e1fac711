package dev.ringline.e2e.push;

import dev.ringline.e2e.crash.CrashPoint;
import dev.ringline.e2e.stage.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets replicas die, each by itself, until one of them has died at every point: at whichever it comes to first of those that
 * are left to it, from the moment at which it starts.
 */
final class Deaths {

    private static final Logger LOG = LoggerFactory.getLogger(Deaths.class);

    private final Set<CrashPoint> reached = Collections.synchronizedSet(EnumSet.noneOf(CrashPoint.class));
    private final Instant end;

    private Deaths(Instant end) {
        this.end = end;
    }

    /**
     * Returns when all have died that had to; the last are not started again.
     *
     * @param limit how long it may take
     * @return the points at which somebody died
     */
    static Set<CrashPoint> of(List<Replica> replicas, List<CrashPoint> points, Duration limit) {
        var deaths = new Deaths(Instant.now().plus(limit));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, replicas.size())
                    .mapToObj(number -> CompletableFuture.runAsync(
                            () -> deaths.of(replicas.get(number), share(points, number, replicas.size())), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        return Set.copyOf(deaths.reached);
    }

    private static List<CrashPoint> share(List<CrashPoint> points, int number, int of) {
        return IntStream.range(0, points.size())
                .filter(index -> index % of == number)
                .mapToObj(points::get)
                .toList();
    }

    private void of(Replica replica, List<CrashPoint> points) {
        List<CrashPoint> left = new ArrayList<>(points);
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            if (!replica.isAlive()) {
                replica.kill(); // what is left of it
                replica.launch();
            }
            replica.order(left.stream().map(Deaths::order).collect(Collectors.joining("\n")));
            replica.settled(Duration.between(Instant.now(), end), () -> false);
            obeyed(replica, left).ifPresent(point -> {
                left.remove(point);
                reached.add(point);
                LOG.info("{} died at {}", replica, point);
            });
        }
    }

    private static Optional<CrashPoint> obeyed(Replica replica, Collection<CrashPoint> points) {
        return replica.obeyed()
                .flatMap(order -> points.stream()
                        .filter(point -> order(point).strip().equals(order))
                        .findFirst());
    }

    private static String order(CrashPoint point) {
        return point.order(1);
    }
}
