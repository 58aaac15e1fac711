package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.Balancer;
import dev.ringline.benchmarks.device.LiveStreams;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.World;
import dev.ringline.benchmarks.world.World.Further;
import dev.ringline.local.Service;
import dev.ringline.local.part.ServicePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Two notification-services behind the gateway, each restarted in turn while calls ring: what the callees notice of it. */
public final class RestartRow implements Row {

    private static final double PER_SECOND = 10;

    /** More than ring at a time, even if some ring for as long as their devices are away. */
    private static final Parties PARTIES = new Parties("restart", 300, 1);

    private @Nullable Stage stage;

    /** What stays from run to run. */
    private record Stage(List<Further> replicas, Balancer balancer, LiveStreams streams) {

        void close(World world) {
            streams.close();
            balancer.close();
            replicas.forEach(world::end);
        }
    }

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.only(Service.CALL_SERVICE, Service.API_GATEWAY);
        List<Further> replicas = List.of(replica(world, "one"), replica(world, "two"));
        Balancer balancer = Balancer.before(replicas.stream().map(Further::port).toList(), ServicePart::isReady);
        String address = "http://127.0.0.1:" + balancer.port();
        world.replace(Service.API_GATEWAY, command -> command.with("ringline.gateway.notification-service", address));
        LiveStreams streams = new LiveStreams(world.port(Service.API_GATEWAY), world.users());
        stage = new Stage(replicas, balancer, streams);
        world.users().prepare(PARTIES.kind(), PARTIES.pairs());
        streams.openLasting(PARTIES.ofCallees());
        load(world, streams).warmUp(scale.warmUpOfService());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        Stage stage = Objects.requireNonNull(this.stage);
        CancelLoad steady = load(world, stage.streams());
        long failed = steady.run(PER_SECOND, scale.length(), number);
        CancelLoad during = load(world, stage.streams());
        var restarts = CompletableFuture.runAsync(() -> stage.replicas().forEach(Further::restart));
        do {
            failed += during.run(PER_SECOND, scale.length(), number);
        } while (!restarts.isDone());
        restarts.join();
        stage.streams().forgetArrivals();
        return samples(steady.first().sinceAccepted(), during.first().sinceAccepted(), failed);
    }

    @Override
    public void clear(World world) {
        if (stage != null) {
            stage.close(world);
        }
        world.endReplacements();
    }

    private static List<Sample> samples(Latencies steady, Latencies during, long failed) {
        List<Sample> samples = new ArrayList<>(Samples.of("dial → call.incoming, steady", steady));
        samples.addAll(Samples.of("dial → call.incoming, while replicas restart", during));
        samples.add(Samples.ratio("p50, while they restart ÷ steady", during.p50(), steady.p50()));
        samples.add(Samples.ratio("p99, while they restart ÷ steady", during.p99(), steady.p99())
                .aims(Aim.atMost(2)));
        samples.add(Sample.of("rings that came, while they restart", Unit.COUNT, during.count()));
        samples.add(Sample.of("rings lost, or requests that failed", Unit.COUNT, failed)
                .aims(Aim.atMost(0)));
        return samples;
    }

    /** It leaves as it does in production; a laptop's only one makes haste. */
    private static Further replica(World world, String name) {
        return world.another(
                Service.NOTIFICATION_SERVICE, name, command -> command.with("ringline.stream.reconnect-within", "5s"));
    }

    private static CancelLoad load(World world, LiveStreams streams) {
        return CancelLoad.untilTold(PARTIES, world.callsThroughGateway(), streams);
    }
}
