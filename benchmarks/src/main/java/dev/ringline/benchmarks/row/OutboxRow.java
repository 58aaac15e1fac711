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

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Outcome naive = new Outcome();
        Outcome outbox = new Outcome();
        for (int slice = 0; slice < scale.slices(); slice++) {
            int seed = number * scale.slices() + slice;
            measure(world, NAIVE, scale.slice(), seed, naive);
            measure(world, OUTBOX, scale.slice(), seed, outbox);
        }
        return samples(naive, outbox);
    }

    private static List<Sample> samples(Outcome naive, Outcome outbox) {
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.of("naive dual write", Unit.PER_SECOND, naive.perSecond()));
        samples.add(Sample.of("outbox", Unit.PER_SECOND, outbox.perSecond()));
        samples.add(Samples.ratio("outbox ÷ naive", outbox.perSecond(), naive.perSecond())
                .aims(Aim.atLeast(0.85)));
        samples.addAll(Samples.of("naive dual write", naive.latencies));
        samples.addAll(Samples.of("outbox", outbox.latencies));
        samples.add(
                Sample.of("outbox p50 − naive p50", Unit.MILLISECONDS, outbox.latencies.p50() - naive.latencies.p50())
                        .aims(Aim.atMost(0.3)));
        samples.add(Samples.failures(naive.failed + outbox.failed));
        return samples;
    }

    /** What one way reached. */
    private static final class Outcome {

        private final Latencies latencies = new Latencies();
        private long failed;
        private long done;
        private double seconds;

        /** Creations, each with the answer after it, at full load, until nothing is left to do for them. */
        double perSecond() {
            return done / seconds;
        }
    }

    private static void measure(World world, String way, Duration length, int seed, Outcome outcome) {
        Rival rival = world.rival();
        outcome.failed += OpenLoad.run(Schedule.poisson(PER_SECOND, length, seed), (number, intended) -> {
            String id = rival.create(way);
            outcome.latencies.done(intended);
            long answer = System.nanoTime();
            rival.answer(way, id);
            outcome.latencies.done(answer);
        });
        awaitTold(world);
        long begin = System.nanoTime();
        ClosedLoad.Done full = ClosedLoad.run(CLIENTS, length, client -> createAndAnswer(rival, way));
        awaitTold(world);
        outcome.seconds += (System.nanoTime() - begin) / 1e9;
        outcome.done += full.count();
        outcome.failed += full.failed();
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
