package dev.ringline.benchmarks.row.ring;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.ringline.benchmarks.device.LiveStreams;
import dev.ringline.benchmarks.device.LiveStreams.Device;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.LiveHeap;
import dev.ringline.benchmarks.measure.Metrics;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.Floors;
import dev.ringline.benchmarks.world.World;
import dev.ringline.local.Service;
import dev.ringline.local.machine.Condition;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Very many idle streams on one notification-service while calls ring among them and some devices stop reading; then the
 * same streams by way of the gateway.
 */
public final class ConnectionsRow implements Row {

    private static final double PER_SECOND = 50;
    private static final int HEAP_MB = 512;
    private static final int MOST_KILOBYTES = 30;
    private static final int WARM = 500;
    private static final int OTHER_FILES = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOKING = Duration.ofMillis(100);
    private static final String OPEN = "ringline_stream_connections";
    private static final String DROPPED = "ringline_stream_dropped_total";

    /** One user, who gets more than any of his devices reads. */
    private static final Parties DEAF = new Parties("deaf", 1, 20);

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public void prepare(World world, Scale scale) {
        Parties idle = idle(scale);
        requireHandles(2 * idle.pairs() + OTHER_FILES);
        world.replace(Service.NOTIFICATION_SERVICE, command -> command.heap(HEAP_MB));
        world.replace(Service.API_GATEWAY, command -> command.heap(HEAP_MB));
        world.only(Service.CALL_SERVICE, Service.NOTIFICATION_SERVICE, Service.API_GATEWAY);
        world.users().prepare(idle.ofCallees().stream().map(Device::user).toList());
        world.floors().open("write-and-hop", PER_SECOND, scale.warmUp(), 0);
        Parties warm = new Parties(idle.kind(), WARM, 1);
        world.users().prepare(idle.kind(), WARM);
        for (Service server : List.of(Service.API_GATEWAY, Service.NOTIFICATION_SERVICE)) {
            try (LiveStreams streams = new LiveStreams(world.port(server), world.users())) {
                streams.open(warm.ofCallees());
                new CancelLoad(warm, world.calls(), streams)
                        .warmUp(server == Service.API_GATEWAY ? scale.warmUp() : scale.warmUpOfService());
            }
            awaitNone(world);
        }
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        List<Sample> samples = new ArrayList<>();
        Latencies floor = world.floors().open("write-and-hop", PER_SECOND, scale.length(), number);
        samples.addAll(Samples.of("floor: write + hop", floor));
        double each;
        try (LiveStreams streams = new LiveStreams(world.port(Service.NOTIFICATION_SERVICE), world.users())) {
            each = kilobytes(
                    world.process(Service.NOTIFICATION_SERVICE),
                    streams,
                    idle(scale).ofCallees());
            samples.add(heap(Service.NOTIFICATION_SERVICE, each));
            Among among = new Among(world, scale, streams, number);
            samples.addAll(among.rings(floor));
            samples.addAll(among.ringsBesideSlowReaders());
            samples.add(Sample.of("streams lost", Unit.COUNT, streams.lost()).aims(Aim.atMost(0)));
            samples.add(Samples.failures(among.failed));
        }
        awaitNone(world);
        try (LiveStreams streams = new LiveStreams(world.port(Service.API_GATEWAY), world.users())) {
            samples.add(heap(
                    Service.API_GATEWAY,
                    kilobytes(
                            world.process(Service.API_GATEWAY),
                            streams,
                            idle(scale).ofCallees())));
            samples.add(Sample.of("streams lost through the gateway", Unit.COUNT, streams.lost())
                    .aims(Aim.atMost(0)));
        }
        awaitNone(world);
        samples.addAll(besideTomcat(world, scale, each));
        return samples;
    }

    @Override
    public void clear(World world) {
        world.endReplacements();
    }

    private static Parties idle(Scale scale) {
        return new Parties("idle", scale.many(8_000, 500), 1);
    }

    /** Opens the streams; what each costs the server. */
    private static double kilobytes(ProcessHandle server, LiveStreams streams, List<Device> devices) {
        long before = LiveHeap.of(server);
        streams.open(devices);
        return (LiveHeap.of(server) - before) / 1024.0 / devices.size();
    }

    private static Sample heap(Service server, double each) {
        return Sample.of("heap of %s per idle stream".formatted(server.module()), Unit.KILOBYTES, each)
                .aims(Aim.atMost(MOST_KILOBYTES));
    }

    /** Fewer streams, for more would not fit. */
    private static List<Sample> besideTomcat(World world, Scale scale, double ours) {
        Floors floors = world.floors();
        List<Device> devices = idle(scale).ofCallees().subList(0, scale.many(1_000, 200));
        try (LiveStreams streams = new LiveStreams(floors.port(), world.users())) {
            double each = kilobytes(floors.process(), streams, devices);
            return List.of(
                    Sample.of("floor: heap of Tomcat per idle SseEmitter", Unit.KILOBYTES, each),
                    Samples.ratio("Tomcat ÷ notification-service", each, ours).aims(Aim.atLeast(3.5)));
        }
    }

    /** What was measured before is to be gone before anything else is. */
    private static void awaitNone(World world) {
        boolean gone = Condition.within(
                PATIENCE,
                LOOKING,
                () -> Metrics.of(world, Service.NOTIFICATION_SERVICE).sum(OPEN) == 0);
        if (!gone) {
            throw new IllegalStateException("notification-service still holds streams that were closed");
        }
    }

    /** The gateway has two connections for each stream. */
    private static void requireHandles(int needed) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < needed) {
            throw new IllegalStateException("A process may have %d open files here, but the row needs %d: ulimit -n"
                    .formatted(system.getMaxFileDescriptorCount(), needed));
        }
    }

    /** Rings among the streams that are open. */
    private static final class Among {

        private final World world;
        private final Scale scale;
        private final LiveStreams streams;
        private final int seed;
        private final CancelLoad quiet;
        private final CancelLoad beside;
        private long failed;

        Among(World world, Scale scale, LiveStreams streams, int seed) {
            this.world = world;
            this.scale = scale;
            this.streams = streams;
            this.seed = seed;
            this.quiet = new CancelLoad(idle(scale), world.calls(), streams);
            this.beside = new CancelLoad(idle(scale), world.calls(), streams);
        }

        List<Sample> rings(Latencies floor) {
            failed += quiet.run(PER_SECOND, scale.length(), seed);
            List<Sample> samples = new ArrayList<>();
            samples.add(Sample.of("streams held", Unit.COUNT, idle(scale).pairs()));
            samples.addAll(quiet.first().beside(floor));
            return samples;
        }

        /** Until all of those are dropped who do not read, but for so long as any load lasts. */
        List<Sample> ringsBesideSlowReaders() {
            double before = dropped();
            long begin = System.nanoTime();
            streams.openDeaf(DEAF.ofCallees());
            var storm = CompletableFuture.runAsync(() -> new MessageStorm(world.brokers())
                    .rageOver(DEAF.pair(0).callee(), () -> dropped() - before >= DEAF.devices() || isOver(begin)));
            do {
                failed += beside.run(PER_SECOND, scale.length(), seed);
            } while (!storm.isDone());
            storm.join();
            Latencies with = beside.first().sinceAccepted();
            Latencies without = quiet.first().sinceAccepted();
            List<Sample> samples = new ArrayList<>();
            samples.add(Sample.of("slow readers", Unit.COUNT, DEAF.devices()));
            samples.add(Sample.of("of them, dropped", Unit.COUNT, dropped() - before)
                    .aims(Aim.atLeast(DEAF.devices())));
            samples.addAll(Samples.of("dial → call.incoming beside slow readers", with));
            samples.add(Samples.ratio("p50, beside slow readers ÷ without", with.p50(), without.p50()));
            samples.add(Samples.ratio("p99, beside slow readers ÷ without", with.p99(), without.p99()));
            return samples;
        }

        private double dropped() {
            return Metrics.of(world, Service.NOTIFICATION_SERVICE).sum(DROPPED);
        }

        private static boolean isOver(long begin) {
            return System.nanoTime() - begin > PATIENCE.toNanos();
        }
    }
}
