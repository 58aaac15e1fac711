package dev.ringline.benchmarks.row;

import com.mongodb.client.model.Filters;
import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.Rival;
import dev.ringline.benchmarks.world.World;
import dev.ringline.local.machine.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A service with the outbox in the document beside the same service with a naive dual write. */
public final class OutboxRow implements Row {

    private static final String OUTBOX = "outbox";
    private static final String NAIVE = "naive";
    private static final int CLIENTS = 8;
    private static final double PER_SECOND = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return OUTBOX;
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        for (String way : List.of(OUTBOX, NAIVE)) {
            ClosedLoad.run(CLIENTS, scale.warmUp(), client -> createAndAnswer(world.rival(), way));
        }
    }

    /** Whoever came first comes second in the next run. */
    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        boolean outboxFirst = number % 2 == 0;
        Outcome first = measure(world, outboxFirst ? OUTBOX : NAIVE, scale, number);
        Outcome second = measure(world, outboxFirst ? NAIVE : OUTBOX, scale, number);
        return outboxFirst ? samples(second, first) : samples(first, second);
    }

    private static List<Sample> samples(Outcome naive, Outcome outbox) {
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.of("naive dual write", Unit.PER_SECOND, naive.perSecond()));
        samples.add(Sample.of("outbox", Unit.PER_SECOND, outbox.perSecond()));
        samples.add(Samples.ratio("outbox ÷ naive", outbox.perSecond(), naive.perSecond())
                .aims(Aim.atLeast(0.85)));
        samples.addAll(Samples.of("naive dual write", naive.latencies()));
        samples.addAll(Samples.of("outbox", outbox.latencies()));
        samples.add(Sample.of(
                        "outbox p50 − naive p50",
                        Unit.MILLISECONDS,
                        outbox.latencies().p50() - naive.latencies().p50())
                .aims(Aim.atMost(0.3)));
        samples.add(Samples.failures(naive.failed() + outbox.failed()));
        return samples;
    }

    /**
     * @param perSecond creations, each with the answer after it, at full load, until nothing is left to do for them
     * @param latencies of single requests at a moderate rate
     */
    private record Outcome(double perSecond, Latencies latencies, long failed) {}

    private static Outcome measure(World world, String way, Scale scale, int seed) {
        Rival rival = world.rival();
        Latencies latencies = new Latencies();
        long failed = OpenLoad.run(Schedule.poisson(PER_SECOND, scale.length(), seed), (number, intended) -> {
            String id = rival.create(way);
            latencies.done(intended);
            long answer = System.nanoTime();
            rival.answer(way, id);
            latencies.done(answer);
        });
        long begin = System.nanoTime();
        ClosedLoad.Done full = ClosedLoad.run(CLIENTS, scale.length(), client -> createAndAnswer(rival, way));
        awaitTold(world);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(full.count() / seconds, latencies, failed + full.failed());
    }

    private static void createAndAnswer(Rival rival, String way) {
        rival.answer(way, rival.create(way));
    }

    /** What one way leaves for later counts as its own, and must not be done while the other one is measured. */
    private static void awaitTold(World world) {
        var things = world.rawDatabase("rival").getCollection("things");
        if (!Condition.within(
                PATIENCE, () -> things.find(Filters.exists("pendingSince")).first() == null)) {
            throw new IllegalStateException("The outbox was not empty after " + PATIENCE);
        }
    }
}
