package dev.ringline.local.demo;

import dev.ringline.local.machine.Console;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Many calls of one pair, one after another: how long it takes from the dial to the frame on the callee's stream. Each call
 * meets an idle stack, for what follows the one before (its message, the closing of its meeting) has time to be done.
 */
final class ManyCalls {

    /** Not counted: programs that were just started are slow at first. */
    private static final int WARM_UP = 20;

    private static final Duration IDLE = Duration.ofMillis(300);

    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Pair pair;
    private final Histogram latencies = new Histogram(HIGHEST_NANOS, DIGITS);

    private ManyCalls(Pair pair) {
        this.pair = pair;
    }

    static void run(int count, Target target, HttpClient client) {
        try (var pair = Pair.meet(target, client, (user, frame) -> {})) {
            new ManyCalls(pair).run(count);
        }
    }

    private void run(int count) {
        Console.say("%d calls to warm up, then %d calls, one after another on the idle stack ..."
                .formatted(WARM_UP, count));
        IntStream.range(0, WARM_UP).forEach(call -> ring());
        IntStream.range(0, count).forEach(call -> latencies.recordValue(ring()));
        Console.say("");
        Console.say("  dial -> callee's frame   p50 %s   p95 %s   p99 %s   longest %s"
                .formatted(percentile(50), percentile(95), percentile(99), percentile(100)));
    }

    /** Nanoseconds from sending the dial to the callee's frame. */
    private long ring() {
        LockSupport.parkNanos(IDLE.toNanos());
        var dialled = System.nanoTime();
        var callId = pair.caller().dial(pair.callee()).path("callId").asString();
        var incoming = pair.calleeStream().await("call.incoming", callId);
        pair.caller().act(callId, "end");
        pair.calleeStream().await("call.ended", callId);
        pair.callerStream().await("call.ended", callId);
        return incoming.receivedNanos() - dialled;
    }

    private String percentile(double percentile) {
        return Story.milliseconds(latencies.getValueAtPercentile(percentile));
    }
}
