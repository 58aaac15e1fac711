package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.LiveStreams;
import dev.ringline.benchmarks.device.LiveStreams.Device;
import dev.ringline.benchmarks.device.PushService;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.row.ring.RingReads.Reads;
import dev.ringline.benchmarks.world.World;
import dev.ringline.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Users with many devices: when the first and the last of them ring, and how often the store is read for that. */
public final class FanOutRow implements Row {

    private static final double PER_SECOND = 5;
    private static final int DEVICES = 20;
    private static final int PAIRS = 20;
    private static final Parties ONE = new Parties("fan-one", PAIRS, 1);
    private static final Parties MANY = new Parties("fan-many", PAIRS, DEVICES);

    /** Without streams. */
    private static final Parties PUSHED = new Parties("fan-pushed", PAIRS, DEVICES);

    private @Nullable Stage stage;

    /** What stays from run to run. */
    private record Stage(LiveStreams streams, PushService push) {}

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public void prepare(World world, Scale scale) {
        PushService push = PushService.start();
        LiveStreams streams = new LiveStreams(world.port(Service.API_GATEWAY), world.users());
        stage = new Stage(streams, push);
        world.replace(Service.NOTIFICATION_SERVICE, command -> push.configure(world, command));
        world.wholeStack();
        streams.open(ONE.ofCallees());
        streams.open(MANY.ofCallees());
        PUSHED.ofCallees().parallelStream()
                .forEach(device -> PushService.register(world, device.user(), device.name()));
        List.of(ONE, MANY, PUSHED).forEach(parties -> world.users().prepare(parties.kind(), PAIRS));
        world.floors().open("write-and-hop", PER_SECOND, scale.warmUp(), 0);
        load(world, streams).warmUp(scale.warmUpOfAll());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Stage stage = Objects.requireNonNull(this.stage);
        CancelLoad load = load(world, stage.streams());
        Latencies both = new Latencies();
        long failed = 0;
        for (int slice = 0; slice < scale.slices(); slice++) {
            int seed = number * scale.slices() + slice;
            both.addAll(world.floors().open("write-and-hop", PER_SECOND, scale.slice(), seed));
            failed += load.run(PER_SECOND, scale.slice(), seed);
        }
        List<Sample> samples = new ArrayList<>(Samples.of("floor: write + hop", both));
        samples.addAll(load.first().beside(both));
        samples.addAll(load.last().beside(both));
        samples.addAll(reads(world, scale, stage));
        samples.add(
                Sample.of("streams lost", Unit.COUNT, stage.streams().lost()).aims(Aim.atMost(0)));
        samples.add(Samples.failures(failed));
        stage.streams().forgetArrivals();
        stage.push().forget();
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

    private static CancelLoad load(World world, LiveStreams streams) {
        return new CancelLoad(MANY, world.callsThroughGateway(), streams);
    }

    private static List<Sample> reads(World world, Scale scale, Stage stage) {
        Duration settled = scale.quick() ? Duration.ofMillis(1_500) : Duration.ofSeconds(4);
        RingReads count = new RingReads(world, scale.many(PAIRS, 5), settled);
        BiConsumer<Device, String> byStream =
                (device, callId) -> RingLoad.await(stage.streams().told(callId, "call.incoming", device.name()));
        Reads one = count.perRing(ONE, byStream);
        Reads many = count.perRing(MANY, byStream);
        Reads pushed = count.perRing(
                PUSHED, (device, callId) -> RingLoad.await(stage.push().ring(callId, device.name())));
        return List.of(
                Sample.of("store reads per ring, 1 stream", Unit.COUNT, one.all()),
                Sample.of("store reads per ring, %d streams".formatted(DEVICES), Unit.COUNT, many.all()),
                Sample.of("of them, because of more streams", Unit.COUNT, many.all() - one.all())
                        .aims(Aim.atMost(0)),
                Sample.of("of them, to find the devices", Unit.COUNT, many.registered())
                        .aims(Aim.atMost(1)),
                Sample.of("store reads per ring, %d devices to push to".formatted(DEVICES), Unit.COUNT, pushed.all()),
                Sample.of("of them, to find and check the devices", Unit.COUNT, pushed.registered()));
    }
}
