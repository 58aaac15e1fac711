package dev.ringline.benchmarks.measure;

import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import java.util.List;

/** Samples of the kinds that most rows have. */
public final class Samples {

    private Samples() {}

    /** The middle, the slowest hundredth and the slowest. */
    public static List<Sample> of(String what, Latencies latencies) {
        return List.of(
                Sample.of(what + " p50", Unit.MILLISECONDS, latencies.p50()),
                Sample.of(what + " p99", Unit.MILLISECONDS, latencies.p99()),
                Sample.of(what + " worst", Unit.MILLISECONDS, latencies.worst()));
    }

    /** How often the floor fits into what was measured. */
    public static Sample ratio(String what, double measured, double floor) {
        return Sample.of(what, Unit.TIMES, measured / floor);
    }

    public static Sample failures(long failed) {
        return Sample.of("failed requests", Unit.COUNT, failed).aims(Aim.atMost(0));
    }
}
