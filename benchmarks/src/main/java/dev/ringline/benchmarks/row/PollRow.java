package dev.ringline.benchmarks.row;

import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.measure.Processor;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.CallApi;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A poll of a call that gets no grant, beside a bare read of one document by Spring MVC and Spring Data. */
public final class PollRow implements Row {

    private static final Aim HALF_AS_MUCH_AGAIN = Aim.atMost(1.5);
    private static final int CALLS = 200;
    private static final int CLIENTS = 4;
    private static final double PER_SECOND = 200;

    private final List<String> callIds = new ArrayList<>();

    @Override
    public String name() {
        return "poll";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        for (int number = 0; number < CALLS; number++) {
            Pair pair = Pair.of("poll", number);
            String callId = world.calls().dial(pair).callId();
            world.calls().end(pair, callId);
            callIds.add(callId);
        }
        once(world.floors()::read, scale.warmUp());
        once(poll(world), scale.warmUp());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Load read = new Load(world.floors()::read, world.floors().process());
        Load poll = new Load(poll(world), world.callService());
        for (int slice = 0; slice < scale.slices(); slice++) {
            int seed = number * scale.slices() + slice;
            read.run(scale.slice(), seed);
            poll.run(scale.slice(), seed);
        }
        return samples(read, poll);
    }

    private static List<Sample> samples(Load read, Load poll) {
        List<Sample> samples = new ArrayList<>();
        samples.addAll(Samples.of("floor: bare read", read.latencies()));
        samples.addAll(Samples.of("poll", poll.latencies()));
        samples.add(Samples.ratio(
                        "poll p50 ÷ bare read",
                        poll.latencies().p50(),
                        read.latencies().p50())
                .aims(HALF_AS_MUCH_AGAIN));
        samples.add(Sample.of("floor: processor time of a bare read", Unit.MICROSECONDS, read.processorMicros()));
        samples.add(Sample.of("processor time of a poll", Unit.MICROSECONDS, poll.processorMicros()));
        samples.add(
                Samples.ratio("processor time of a poll ÷ bare read", poll.processorMicros(), read.processorMicros())
                        .aims(HALF_AS_MUCH_AGAIN));
        samples.add(Sample.of("floor: bare reads", Unit.PER_SECOND, read.perSecond()));
        samples.add(Sample.of("polls", Unit.PER_SECOND, poll.perSecond()));
        samples.add(Samples.failures(read.failed() + poll.failed()));
        return samples;
    }

    private IntConsumer poll(World world) {
        CallApi calls = world.calls();
        return number -> calls.read(Pair.of("poll", number % CALLS).caller(), callIds.get(number % CALLS));
    }

    private static void once(IntConsumer request, Duration length) {
        OpenLoad.run(Schedule.poisson(PER_SECOND, length, 0), (number, intended) -> request.accept(number));
    }

    /** One kind of request and what became of it. */
    private static final class Load {

        private final IntConsumer request;
        private final ProcessHandle server;
        private final Latencies latencies = new Latencies();
        private final AtomicInteger next = new AtomicInteger();
        private long failed;
        private long done;
        private double seconds;
        private double micros;

        Load(IntConsumer request, ProcessHandle server) {
            this.request = request;
            this.server = server;
        }

        void run(Duration length, int seed) {
            failed += OpenLoad.run(Schedule.poisson(PER_SECOND, length, seed), (number, intended) -> {
                request.accept(number);
                latencies.done(intended);
            });
            Processor before = Processor.of(server);
            ClosedLoad.Done full =
                    ClosedLoad.run(CLIENTS, length.dividedBy(2), client -> request.accept(next.getAndIncrement()));
            micros += before.microsSince();
            seconds += full.count() / full.perSecond();
            done += full.count();
            failed += full.failed();
        }

        Latencies latencies() {
            return latencies;
        }

        /** At full load. */
        double perSecond() {
            return done / seconds;
        }

        /** What the server's process used for a request, at full load. */
        double processorMicros() {
            return micros / done;
        }

        long failed() {
            return failed;
        }
    }
}
