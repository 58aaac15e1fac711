package dev.ringline.benchmarks.row;

import com.mongodb.client.model.Filters;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.world.CallApi.Dialled;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Calls that nobody answers: how long after its deadline the end of each reaches a consumer. */
final class Rings {

    private static final String KIND = "ring";
    private static final int PAIRS = 400;
    private static final int RING_SECONDS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final World world;
    private final Queue<Ring> rings = new ConcurrentLinkedQueue<>();

    Rings(World world) {
        this.world = world;
    }

    private record Ring(Dialled call, CompletableFuture<Long> end) {}

    static void prepare(World world) {
        world.users().prepare(KIND, PAIRS);
    }

    /** Returns how many dials failed. */
    long dial(double perSecond, Duration length, int seed) {
        return OpenLoad.run(Schedule.poisson(perSecond, length, seed), (number, intended) -> {
            Dialled call = world.calls().dial(Pair.of(KIND, number % PAIRS), RING_SECONDS);
            rings.add(new Ring(call, world.events().end(call.callId())));
        });
    }

    /** Waits for all of them to be over. */
    Latencies lateness() {
        Latencies lateness = new Latencies();
        long grace = graceMillis();
        for (Ring ring : rings) {
            long ended = ring.end()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            long due = ring.call().ringDeadline().toEpochMilli() + grace;
            lateness.add(TimeUnit.MILLISECONDS.toNanos(ended - due));
        }
        return lateness;
    }

    /** For how long after a ring's deadline an answer is still taken: only then it is over. */
    private long graceMillis() {
        Dialled any = rings.element().call();
        Document stored = world.rawDatabase(World.CALLS)
                .getCollection("calls")
                .find(Filters.eq("_id", any.callId()))
                .first();
        Document ringing = stored == null ? null : stored.get("ringing", Document.class);
        if (ringing == null) {
            throw new IllegalStateException("The first ring is over already");
        }
        Instant answerable = ringing.getDate("answerableUntil").toInstant();
        return Duration.between(any.ringDeadline(), answerable).toMillis();
    }
}
