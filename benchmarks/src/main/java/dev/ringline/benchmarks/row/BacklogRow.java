package dev.ringline.benchmarks.row;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.CallLoad;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.Bulk;
import dev.ringline.benchmarks.world.CallTemplate;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import dev.ringline.local.machine.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;

/** The broker comes back after an outage in which very many events were left in their calls, and users go on dialling. */
public final class BacklogRow implements Row {

    private static final double DIALS_PER_SECOND = 20;
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofDays(1);

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        CallLoad.prepare(world);
        CallLoad.warmUp(world.calls(), scale.warmUpOfService());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        int count = scale.many(100_000, 4_000);
        CallLoad before = new CallLoad(world.calls());
        before.run(DIALS_PER_SECOND, scale.length(), number);
        Instant since = fallBehind(world, count, number);

        CallLoad during = new CallLoad(world.calls());
        AtomicBoolean drained = new AtomicBoolean();
        long begin = System.nanoTime();
        var dials = CompletableFuture.runAsync(() -> dialUntil(drained, during));
        boolean done = Condition.within(PATIENCE, Duration.ofMillis(50), () -> isDrained(world, since));
        double seconds = (System.nanoTime() - begin) / 1e9;
        drained.set(true);
        dials.join();
        if (!done) {
            throw new IllegalStateException("The backlog was not drained within " + PATIENCE);
        }
        forget(world, since);
        return samples(count / seconds, dial(before), dial(during));
    }

    private static List<Sample> samples(double perSecond, Latencies before, Latencies during) {
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.of("events drained", Unit.PER_SECOND, perSecond).aims(Aim.atLeast(2_000)));
        samples.addAll(Samples.of("dial before", before));
        samples.addAll(Samples.of("dial while it drains", during));
        samples.add(Samples.ratio("dial p50, while ÷ before", during.p50(), before.p50()));
        samples.add(Samples.ratio("dial p99, while ÷ before", during.p99(), before.p99()));
        return samples;
    }

    /** Returns since when the events wait. */
    private static Instant fallBehind(World world, int count, int number) {
        world.broker().stop();
        try {
            Instant since = Instant.ofEpochMilli(System.currentTimeMillis());
            CallTemplate template =
                    CallTemplate.untold(world).dueAt(since.plus(LATER)).waitingSince(since);
            String kind = "backlog" + number;
            Bulk.insert(
                    world.rawDatabase(World.CALLS),
                    count,
                    each -> template.like(kind, each, Pair.of(kind, each), since));
            return since;
        } finally {
            world.broker().start();
        }
    }

    private static void dialUntil(AtomicBoolean drained, CallLoad load) {
        for (int slice = 0; !drained.get(); slice++) {
            load.run(DIALS_PER_SECOND, SLICE, slice);
        }
    }

    private static boolean isDrained(World world, Instant since) {
        return calls(world).find(Filters.eq("pendingSince", Date.from(since))).first() == null;
    }

    /** The next run meets what this one met. */
    private static void forget(World world, Instant since) {
        calls(world).deleteMany(Filters.eq("createdAt", Date.from(since)));
    }

    private static MongoCollection<Document> calls(World world) {
        return world.rawDatabase(World.CALLS).getCollection("calls");
    }

    private static Latencies dial(CallLoad load) {
        return load.steps().values().iterator().next();
    }
}
