package dev.ringline.benchmarks;

import dev.ringline.benchmarks.measure.Row;
import dev.ringline.benchmarks.measure.Scale;
import dev.ringline.benchmarks.report.Machine;
import dev.ringline.benchmarks.report.Report;
import dev.ringline.benchmarks.report.Results;
import dev.ringline.benchmarks.report.Table;
import dev.ringline.benchmarks.row.BacklogRow;
import dev.ringline.benchmarks.row.CallsRow;
import dev.ringline.benchmarks.row.GrowthRow;
import dev.ringline.benchmarks.row.HistoryRow;
import dev.ringline.benchmarks.row.LimitsRow;
import dev.ringline.benchmarks.row.LivesRow;
import dev.ringline.benchmarks.row.OutboxRow;
import dev.ringline.benchmarks.row.PollRow;
import dev.ringline.benchmarks.row.TakeoverRow;
import dev.ringline.benchmarks.row.TimersRow;
import dev.ringline.benchmarks.row.ring.ConnectionsRow;
import dev.ringline.benchmarks.row.ring.FanOutRow;
import dev.ringline.benchmarks.row.ring.RestartRow;
import dev.ringline.benchmarks.row.ring.RingsRow;
import dev.ringline.benchmarks.world.World;
import dev.ringline.local.Home;
import dev.ringline.local.machine.Command;
import dev.ringline.local.machine.Console;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program behind {@code ./ringline bench}. Arguments: the root of the built source tree, then what was asked for. Exit
 * 0 when every row was measured, whether or not its figures reach their aims.
 */
final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
    private static final List<Row> ROWS = List.of(
            new LivesRow(),
            new CallsRow(),
            new PollRow(),
            new LimitsRow(),
            new OutboxRow(),
            new TimersRow(),
            new TakeoverRow(),
            new BacklogRow(),
            GrowthRow.endedCalls(),
            GrowthRow.ringingCalls(),
            new HistoryRow(),
            new RingsRow(),
            new FanOutRow(),
            new ConnectionsRow(),
            new RestartRow());

    private final Home home;
    private final BenchOptions options;
    private final Results results = new Results();
    private final Instant begin = Instant.now();
    private final Machine before = Machine.here();
    private final String commit;
    private final Path file;
    private int failedRows;

    private Bench(Home home, BenchOptions options) {
        this.home = home;
        this.options = options;
        this.commit = commitOf(home.root());
        this.file = Objects.requireNonNullElseGet(
                options.json(), () -> home.folder().resolve("bench-%d.json".formatted(begin.getEpochSecond())));
    }

    public static void main(String[] arguments) {
        int exit;
        try {
            Path root = Path.of(arguments[0]);
            List<String> asked = Arrays.asList(arguments).subList(1, arguments.length);
            var names = ROWS.stream().map(Row::name).collect(Collectors.toCollection(LinkedHashSet::new));
            exit = new Bench(new Home(root, root.resolve(".ringline/bench")), BenchOptions.parse(asked, names)).run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            Console.complain("ringline: " + e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private int run() {
        Console.complain("Starting a stack of its own ...");
        try (World world = World.start(home)) {
            ROWS.stream().filter(row -> options.wants(row.name())).forEach(row -> {
                measure(world, row);
                keep();
            });
        }
        Console.say(Table.of(results.figures()));
        Console.complain("All figures: " + file);
        return failedRows == 0 ? 0 : 1;
    }

    private void measure(World world, Row row) {
        attempt(row, () -> runs(world, row));
        attempt(row, () -> row.clear(world));
    }

    private void runs(World world, Row row) {
        Scale scale = new Scale(options.quick());
        Console.complain("%s: preparing".formatted(row.name()));
        row.prepare(world, scale);
        for (int run = 1; run <= options.runs(); run++) {
            Console.complain("%s: run %d of %d".formatted(row.name(), run, options.runs()));
            results.add(row.name(), row.run(world, scale, run));
        }
    }

    /** A row that cannot be measured is no reason to lose the others. */
    private void attempt(Row row, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failedRows++;
            LOG.error("The row {} could not be measured", row.name(), e);
            Console.complain("%s: could not be measured: %s".formatted(row.name(), e.getMessage()));
        }
    }

    /** After each row, so that nothing is lost of a bench that is stopped. */
    private void keep() {
        List<Report.Entry> figures = Report.entries(results.figures());
        new Report(begin, commit, before, Machine.here(), options.runs(), options.quick(), figures).write(file);
    }

    private static String commitOf(Path root) {
        var outcome = Command.run("git", "-C", root.toString(), "describe", "--always", "--dirty");
        return outcome.succeeded() ? outcome.output() : "unknown";
    }
}
