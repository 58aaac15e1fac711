package dev.ringline.benchmarks.row;

import com.mongodb.client.MongoDatabase;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.CallLoad;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.world.Bulk;
import dev.ringline.benchmarks.world.CallTemplate;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * The same load on a call-service with a thousand stored calls and on one with a million: of calls that have ended, or of
 * calls that ring and are due a day later.
 */
public final class GrowthRow implements Row {

    private static final Aim FLAT = Aim.atMost(1.2);
    private static final int FEW = 1_000;
    private static final int MILLION = 1_000_000;
    private static final Duration LATER = Duration.ofDays(1);

    private final String name;
    private final Stock stock;

    private GrowthRow(String name, Stock stock) {
        this.name = name;
        this.stock = stock;
    }

    /** What a database is filled with. */
    private interface Stock {

        void fill(World world, MongoDatabase database, int count);
    }

    public static GrowthRow endedCalls() {
        return new GrowthRow("growth", GrowthRow::fillEnded);
    }

    public static GrowthRow ringingCalls() {
        return new GrowthRow("due-later", GrowthRow::fillRinging);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        CallLoad.prepare(world);
        for (String database : List.of(small(), large())) {
            CallLoad.warmUp(world.callServiceOn(database), scale.warmUpOfService());
            world.rawDatabase(database).getCollection("calls").deleteMany(new Document());
        }
        stock.fill(world, world.rawDatabase(small()), FEW);
        stock.fill(world, world.rawDatabase(large()), scale.many(MILLION, 20_000));
        for (String database : List.of(small(), large())) {
            new CallLoad(world.callServiceOn(database)).run(scale.rate(), scale.length(), 0);
        }
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        CallLoad few = new CallLoad(world.callServiceOn(small()));
        CallLoad many = new CallLoad(world.callServiceOn(large()));
        long failed = 0;
        for (int slice = 0; slice < scale.slices(); slice++) {
            int seed = number * scale.slices() + slice;
            failed += few.run(scale.rate(), scale.slice(), seed);
            failed += many.run(scale.rate(), scale.slice(), seed);
        }
        List<Sample> samples = new ArrayList<>();
        few.steps().forEach((step, latencies) -> {
            Latencies grown = many.steps().getOrDefault(step, latencies);
            samples.addAll(Samples.of(step + ", few calls", latencies));
            samples.addAll(Samples.of(step + ", many calls", grown));
            samples.add(Samples.ratio(step + " p50, many ÷ few", grown.p50(), latencies.p50())
                    .aims(FLAT));
        });
        samples.addAll(sweeps(world, scale));
        samples.add(Samples.failures(failed));
        return samples;
    }

    @Override
    public void clear(World world) {
        for (String database : List.of(small(), large())) {
            world.endCallServiceOn(database);
            world.rawDatabase(database).drop();
        }
    }

    private String small() {
        return name + "-few";
    }

    private String large() {
        return name + "-many";
    }

    private List<Sample> sweeps(World world, Scale scale) {
        SweepProbe few = new SweepProbe(world.rawDatabase(small()));
        SweepProbe many = new SweepProbe(world.rawDatabase(large()));
        for (int time = 0; time < scale.many(300, 50); time++) {
            few.sweep();
            many.sweep();
        }
        List<Sample> samples = new ArrayList<>();
        samples.addAll(Samples.of("sweep, few calls", few.latencies()));
        samples.addAll(Samples.of("sweep, many calls", many.latencies()));
        samples.add(Samples.ratio(
                        "sweep p50, many ÷ few",
                        many.latencies().p50(),
                        few.latencies().p50())
                .aims(FLAT));
        return samples;
    }

    /** One in ten was missed. */
    private static void fillEnded(World world, MongoDatabase database, int count) {
        CallTemplate completed = CallTemplate.completed(world);
        CallTemplate missed = CallTemplate.missed(world);
        Instant now = Instant.now();
        Bulk.insert(
                database,
                count,
                number -> (number % 10 == 0 ? missed : completed)
                        .like(
                                "ended",
                                number,
                                Pair.of("ended", number % (count / 10)),
                                now.minusSeconds(count - number)));
    }

    private static void fillRinging(World world, MongoDatabase database, int count) {
        Instant now = Instant.now();
        CallTemplate ringing = CallTemplate.ringing(world).dueAt(now.plus(LATER));
        Bulk.insert(database, count, number -> ringing.like("later", number, Pair.of("later", number), now));
    }
}
