package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.LiveStreams;
import dev.ringline.benchmarks.device.PushService;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.World;
import dev.ringline.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How soon devices ring and fall silent, on the whole stack, beside one durable write and one Kafka hop, and polling. */
public final class RingsRow implements Row {

    private static final double PER_SECOND = 10;

    /** Than other loads, for a slowest hundredth is to be found among fewer calls. */
    private static final int LONGER = 3;

    private static final Parties PARTIES = new Parties("rung", 100, 3);

    private @Nullable Stage stage;

    /** What stays from run to run. */
    private record Stage(LiveStreams streams, PushService push) {}

    @Override
    public String name() {
        return "rings";
    }

    @Override
    public void prepare(World world, Scale scale) {
        PushService push = PushService.start();
        LiveStreams streams = new LiveStreams(world.port(Service.API_GATEWAY), world.users());
        stage = new Stage(streams, push);
        world.replace(Service.NOTIFICATION_SERVICE, command -> push.configure(world, command));
        world.wholeStack();
        streams.open(PARTIES.all());
        PARTIES.registerPushed(world);
        PollLoad.prepare(world);
        world.floors().open("write-and-hop", PER_SECOND, scale.warmUp(), 0);
        load(world, stage).warmUp(scale.warmUpOfAll());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Stage stage = Objects.requireNonNull(this.stage);
        RingLoad rings = load(world, stage);
        PollLoad polls = new PollLoad(world.callsThroughGateway());
        Latencies both = new Latencies();
        long failed = 0;
        Duration length = scale.slice().multipliedBy(LONGER);
        for (int slice = 0; slice < scale.slices(); slice++) {
            int seed = number * scale.slices() + slice;
            both.addAll(world.floors().open("write-and-hop", PER_SECOND, length, seed));
            failed += rings.run(PER_SECOND, length, seed);
            failed += polls.run(PER_SECOND, length, seed);
        }
        stage.streams().forgetArrivals();
        stage.push().forget();
        List<Sample> samples = new ArrayList<>(Samples.of("floor: write + hop", both));
        rings.delays().forEach(delay -> samples.addAll(delay.beside(both)));
        samples.addAll(polling(polls.latencies(), rings.incoming().sinceAccepted()));
        samples.add(
                Sample.of("streams lost", Unit.COUNT, stage.streams().lost()).aims(Aim.atMost(0)));
        samples.add(Samples.failures(failed));
        return samples;
    }

    @Override
    public void clear(World world) {
        if (stage != null) {
            stage.streams().close();
            stage.push().close();
        }
        world.endReplacements();
    }

    private static RingLoad load(World world, Stage stage) {
        return new RingLoad(PARTIES, world.callsThroughGateway(), stage.streams(), stage.push());
    }

    private static List<Sample> polling(Latencies polled, Latencies streamed) {
        List<Sample> samples = new ArrayList<>(Samples.of("dial → seen by polling every 1.5 s", polled));
        samples.add(Samples.ratio("polling ÷ stream p50", polled.p50(), streamed.p50())
                .aims(Aim.atLeast(50)));
        samples.add(Samples.ratio("polling ÷ stream p99", polled.p99(), streamed.p99()));
        return samples;
    }
}
