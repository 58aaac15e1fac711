package dev.ringline.benchmarks.row;

import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.measure.CallLoad;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.world.Floors;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Dial, answer and end beside one durable write and one Kafka hop at the same rate, and beside a bare POST. */
public final class CallsRow implements Row {

    private static final Aim THREE_TIMES = Aim.atMost(3);

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        CallLoad.prepare(world);
        Floors floors = world.floors();
        floors.open("write-and-hop", scale.rate(), scale.warmUp(), 0);
        posts(floors, scale.rate(), scale.warmUp(), 0);
        CallLoad.warmUp(world.calls(), scale.warmUpOfService());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Floors floors = world.floors();
        Latencies write = new Latencies();
        Latencies hop = new Latencies();
        Latencies both = new Latencies();
        Latencies post = new Latencies();
        CallLoad load = new CallLoad(world.calls());
        long failed = 0;
        for (int slice = 0; slice < scale.slices(); slice++) {
            int seed = number * scale.slices() + slice;
            write.addAll(floors.open("write", scale.rate(), scale.slice(), seed));
            hop.addAll(floors.open("hop", scale.rate(), scale.slice(), seed));
            both.addAll(floors.open("write-and-hop", scale.rate(), scale.slice(), seed));
            post.addAll(posts(floors, scale.rate(), scale.slice(), seed));
            failed += load.run(scale.rate(), scale.slice(), seed);
        }
        List<Sample> samples = new ArrayList<>();
        samples.addAll(Samples.of("floor: write", write));
        samples.addAll(Samples.of("floor: Kafka hop", hop));
        samples.addAll(Samples.of("floor: write + hop", both));
        samples.addAll(Samples.of("floor: bare POST", post));
        load.steps().forEach((step, latencies) -> {
            samples.addAll(Samples.of(step, latencies));
            samples.add(Samples.ratio(step + " p50 ÷ (write + hop)", latencies.p50(), both.p50())
                    .aims(THREE_TIMES));
            samples.add(Samples.ratio(step + " p99 ÷ (write + hop)", latencies.p99(), both.p99())
                    .aims(THREE_TIMES));
        });
        samples.add(Samples.failures(failed));
        return samples;
    }

    private static Latencies posts(Floors floors, double rate, Duration length, long seed) {
        Latencies latencies = new Latencies();
        OpenLoad.run(Schedule.poisson(rate, length, seed), (number, intended) -> {
            floors.post();
            latencies.done(intended);
        });
        return latencies;
    }
}
