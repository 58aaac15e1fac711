package dev.ringline.benchmarks.row;

import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Whole lives of calls on the whole stack: dial, answer, end, and the message. One floor does nothing but as many writes as
 * the lives did; the other writes and tells four times, which no life can do without.
 */
public final class LivesRow implements Row {

    private static final String KIND = "life";
    private static final int CLIENTS = 16;
    private static final int PAIRS = 480;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public String name() {
        return "lives";
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.wholeStack();
        world.users().prepare(KIND, PAIRS);
        world.floors().closed("life", CLIENTS, scale.warmUp());
        lives(world, scale.warmUpOfAll());
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        double floor = world.floors().closed("life", CLIENTS, scale.length());
        double writes = world.floors().closed("write", CLIENTS, scale.length().dividedBy(2));
        long before = documentsWritten(world);
        ClosedLoad.Done lives = lives(world, scale.length());
        double perLife = (documentsWritten(world) - before) / (double) lives.count();
        return List.of(
                Sample.of("floor: four writes, four sends", Unit.PER_SECOND, floor),
                Sample.of("floor: writes", Unit.PER_SECOND, writes),
                Sample.of("lives", Unit.PER_SECOND, lives.perSecond()),
                Samples.ratio("lives ÷ floor: four writes, four sends", lives.perSecond(), floor),
                Sample.of("documents written in a life", Unit.COUNT, perLife),
                Samples.ratio("documents written ÷ floor: writes", lives.perSecond() * perLife, writes)
                        .aims(Aim.atLeast(0.5)),
                Samples.failures(lives.failed()));
    }

    private ClosedLoad.Done lives(World world, Duration length) {
        return ClosedLoad.run(CLIENTS, length, client -> life(world, pair(client)));
    }

    /** Each client has pairs of its own. */
    private Pair pair(int client) {
        int ofClient = next.getAndIncrement() % (PAIRS / CLIENTS);
        return Pair.of(KIND, client * (PAIRS / CLIENTS) + ofClient);
    }

    private static void life(World world, Pair pair) {
        String callId = world.calls().dial(pair).callId();
        var message = world.events().message(callId);
        world.calls().answer(pair, callId);
        world.calls().end(pair, callId);
        message.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** By all services together, as MongoDB counts it. */
    private static long documentsWritten(World world) {
        Document written = world.rawDatabase("admin")
                .runCommand(new Document("serverStatus", 1))
                .get("metrics", Document.class)
                .get("document", Document.class);
        return Stream.of("inserted", "updated", "deleted")
                .mapToLong(kind -> written.get(kind, Number.class).longValue())
                .sum();
    }
}
