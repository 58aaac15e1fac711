package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.world.CallApi;
import dev.ringline.benchmarks.world.CallApi.Dialled;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The same dials for callees that have no stream and ask every now and then: when they learn of the call. */
final class PollLoad {

    private static final String KIND = "polled";
    private static final int PAIRS = 200;
    private static final Duration EVERY = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final CallApi calls;
    private final Latencies latencies = new Latencies();

    PollLoad(CallApi calls) {
        this.calls = calls;
    }

    static void prepare(World world) {
        world.users().prepare(KIND, PAIRS);
    }

    /** Returns how many calls failed. */
    long run(double perSecond, Duration length, long seed) {
        Random phases = new Random(seed);
        Schedule schedule = Schedule.poisson(perSecond, length, seed);
        long[] first = phases.longs(schedule.size(), 0, EVERY.toNanos()).toArray();
        return OpenLoad.run(schedule, (number, intended) -> call(number, intended, intended + first[number]));
    }

    /** From when call-service accepted the dial until the callee knows of it. */
    Latencies latencies() {
        return latencies;
    }

    private void call(int number, long intended, long firstPoll) {
        Pair pair = Pair.of(KIND, number % PAIRS);
        var seen = CompletableFuture.supplyAsync(() -> poll(pair.callee(), firstPoll, intended), THREADS);
        Dialled call = calls.dial(pair);
        latencies.add(Duration.between(call.createdAt(), seen.join()).toNanos());
        calls.end(pair, call.callId());
    }

    private Instant poll(String user, long first, long begin) {
        for (long next = first; next - begin < PATIENCE.toNanos(); next += EVERY.toNanos()) {
            OpenLoad.waitUntil(next);
            if (calls.rings(user)) {
                return Instant.now();
            }
        }
        throw new IllegalStateException("No poll of %s showed the call".formatted(user));
    }
}
