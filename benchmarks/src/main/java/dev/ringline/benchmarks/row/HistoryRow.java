package dev.ringline.benchmarks.row;

import com.mongodb.client.MongoDatabase;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.world.Bulk;
import dev.ringline.benchmarks.world.CallApi;
import dev.ringline.benchmarks.world.CallTemplate;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The first page of the history: of a user with two million calls beside one with a page of them. */
public final class HistoryRow implements Row {

    private static final String DATABASE = "history";
    private static final String BUSY = "user-of-many-calls";
    private static final String QUIET = "user-of-few-calls";
    private static final int PAGE = 20;
    private static final double PER_SECOND = 20;

    @Override
    public String name() {
        return DATABASE;
    }

    @Override
    public void prepare(World world, Scale scale) {
        world.onlyCallService();
        CallApi calls = world.callServiceOn(DATABASE);
        CallTemplate completed = CallTemplate.completed(world);
        MongoDatabase database = world.rawDatabase(DATABASE);
        fill(database, completed, QUIET, PAGE);
        fill(database, completed, BUSY, scale.many(2_000_000, 20_000));
        for (String user : List.of(QUIET, BUSY)) {
            if (calls.firstPage(user) != PAGE) {
                throw new IllegalStateException("The first page of %s is not full".formatted(user));
            }
            pages(calls, user, scale.warmUp(), 0);
        }
    }

    @Override
    public List<Sample> run(World world, Scale scale, int number) {
        CallApi calls = world.callServiceOn(DATABASE);
        Latencies quiet = new Latencies();
        Latencies busy = new Latencies();
        for (int slice = 0; slice < scale.slices(); slice++) {
            int seed = number * scale.slices() + slice;
            quiet.addAll(pages(calls, QUIET, scale.slice(), seed));
            busy.addAll(pages(calls, BUSY, scale.slice(), seed));
        }
        List<Sample> samples = new ArrayList<>();
        samples.addAll(Samples.of("first page, few calls", quiet));
        samples.addAll(Samples.of("first page, many calls", busy));
        samples.add(Samples.ratio("first page p50, many ÷ few", busy.p50(), quiet.p50())
                .aims(Aim.atMost(1.2)));
        return samples;
    }

    @Override
    public void clear(World world) {
        world.endCallServiceOn(DATABASE);
        world.rawDatabase(DATABASE).drop();
    }

    private static Latencies pages(CallApi calls, String user, Duration length, int seed) {
        Latencies latencies = new Latencies();
        OpenLoad.run(Schedule.poisson(PER_SECOND, length, seed), (number, intended) -> {
            calls.firstPage(user);
            latencies.done(intended);
        });
        return latencies;
    }

    /** A call a minute, with one of a thousand others. */
    private static void fill(MongoDatabase database, CallTemplate template, String user, int count) {
        Instant now = Instant.now();
        Bulk.insert(
                database,
                count,
                number -> template.like(
                        user,
                        number,
                        new Pair("other-%04d".formatted(number % 1_000), user),
                        now.minus(Duration.ofMinutes(count - number))));
    }
}
