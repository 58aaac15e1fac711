package dev.ringline.benchmarks.row;

import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.measure.Processor;
import dev.ringline.benchmarks.measure.Profile;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the processor time of a poll goes, and how much of it to the limits; as the flight recorder sees it. */
public final class LimitsRow implements Row {

    private static final int CALLS = 200;
    private static final int CLIENTS = 4;

    private final List<String> callIds = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        for (int number = 0; number < CALLS; number++) {
            Pair pair = Pair.of(name(), number);
            String callId = world.calls().dial(pair).callId();
            world.calls().end(pair, callId);
            callIds.add(callId);
        }
        ClosedLoad.run(CLIENTS, scale.warmUp(), client -> poll(world));
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Processor before = Processor.of(world.callService());
        Profile profile = Profile.begin(world.callService());
        ClosedLoad.Done polls = ClosedLoad.run(CLIENTS, scale.length(), client -> poll(world));
        double micros = before.microsSince() / polls.count();
        profile.end();
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.of("processor time of a poll", Unit.MICROSECONDS, micros));
        double limits = profile.share("dev.ringline.call.limits");
        samples.add(Sample.of("of it, the limits", Unit.MICROSECONDS, micros * limits));
        samples.add(Sample.of("share of the limits", Unit.PERCENT, 100 * limits).aims(Aim.atMost(5)));
        profile.layers().forEach((layer, share) -> samples.add(Sample.of("in " + layer, Unit.PERCENT, 100 * share)));
        samples.add(Samples.failures(polls.failed()));
        return samples;
    }

    private void poll(World world) {
        int number = next.getAndIncrement() % CALLS;
        world.calls().read(Pair.of(name(), number).caller(), callIds.get(number));
    }
}
