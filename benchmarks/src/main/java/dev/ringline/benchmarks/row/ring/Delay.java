package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.Arrival;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.measure.Samples;
import dev.ringline.benchmarks.report.Aim;
import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.report.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it took until devices knew of something: from when call-service accepted the request, which is before it stored
 * anything, and from when the request was to be sent.
 */
final class Delay {

    private static final Aim THREE_TIMES = Aim.atMost(3);

    private final String what;
    private final Latencies sinceAccepted = new Latencies();
    private final Latencies sinceSent = new Latencies();

    Delay(String what) {
        this.what = what;
    }

    /** @param sent on the scale of {@link System#nanoTime} */
    void add(Arrival arrival, long sent) {
        sinceAccepted.add(arrival.sinceItHappened());
        sinceSent.add(arrival.nanos() - sent);
    }

    Latencies sinceAccepted() {
        return sinceAccepted;
    }

    /** With the floor at the same rate in the same run. */
    List<Sample> beside(Latencies floor) {
        List<Sample> samples = new ArrayList<>(Samples.of(what, sinceAccepted));
        samples.add(Samples.ratio(what + " p50 ÷ (write + hop)", sinceAccepted.p50(), floor.p50())
                .aims(THREE_TIMES));
        samples.add(Samples.ratio(what + " p99 ÷ (write + hop)", sinceAccepted.p99(), floor.p99())
                .aims(THREE_TIMES));
        samples.add(Sample.of(what + ", from its sending p50", Unit.MILLISECONDS, sinceSent.p50()));
        samples.add(Sample.of(what + ", from its sending p99", Unit.MILLISECONDS, sinceSent.p99()));
        return samples;
    }
}
