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

/** How late rings end when the process that began them was killed ({@code kill -9}) and another replica is there. */
public final class TakeoverRow implements Row {

    private static final double RINGS_PER_SECOND = 15;

    /** Shorter than a ring, so that all of them are still under way when their process dies. */
    private static final Duration DIALLING = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "takeover";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        Rings.prepare(world);
        CallLoad.prepare(world);
        CallLoad.warmUp(world.callServiceOn(World.CALLS), scale.warmUpOfService());
        CallLoad.warmUp(world.calls(), scale.warmUpOfService());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Rings rings = new Rings(world);
        long failed = rings.dial(RINGS_PER_SECOND, DIALLING, number);
        world.killCallService();
        try {
            Latencies lateness = rings.lateness();
            return List.of(
                    Sample.of("lateness p50", Unit.MILLISECONDS, lateness.p50()),
                    Sample.of("lateness p99", Unit.MILLISECONDS, lateness.p99()),
                    Sample.of("lateness worst", Unit.MILLISECONDS, lateness.worst())
                            .aims(Aim.atMost(2_000)),
                    Samples.failures(failed));
        } finally {
            world.restartCallService();
        }
    }

    @Override
    public void clear(World world) {
        world.endCallServiceOn(World.CALLS);
    }
}
