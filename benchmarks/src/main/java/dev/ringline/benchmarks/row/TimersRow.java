package dev.ringline.benchmarks.row;

import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.CallLoad;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How late rings end while other calls come and go. */
public final class TimersRow implements Row {

    private static final double RINGS_PER_SECOND = 10;
    /** Rings end that long after they began. */
    private static final Duration RING = Duration.ofSeconds(8);

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        CallLoad.prepare(world);
        Rings.prepare(world);
        CallLoad.warmUp(world.calls(), scale.warmUpOfService());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Rings rings = new Rings(world);
        Duration dialling = scale.length().dividedBy(2);
        var load = CompletableFuture.supplyAsync(
                () -> new CallLoad(world.calls()).run(scale.rate(), dialling.plus(RING), number));
        long failed = rings.dial(RINGS_PER_SECOND, dialling, number);
        Latencies lateness = rings.lateness();
        failed += load.join();
        return List.of(
                Sample.of("lateness p50", Unit.MILLISECONDS, lateness.p50()),
                Sample.of("lateness p99", Unit.MILLISECONDS, lateness.p99()).aims(Aim.atMost(150)),
                Sample.of("lateness worst", Unit.MILLISECONDS, lateness.worst()),
                Samples.failures(failed));
    }
}
