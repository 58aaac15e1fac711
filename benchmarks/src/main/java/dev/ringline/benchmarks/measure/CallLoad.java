package dev.ringline.benchmarks.measure;

import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.world.CallApi;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls that begin when they begin; each is answered and ended some time after its dial. A step counts from when it was
 * to happen, or from the end of the step before if that was later: nobody can answer what does not ring yet.
 */
public final class CallLoad {

    /** More than calls live at a time, even if something hangs for a moment. */
    private static final int PAIRS = 600;

    private static final int CLIENTS = 8;

    private static final String KIND = "load";
    private static final long STEP_NANOS = Duration.ofMillis(250).toNanos();

    private final CallApi calls;
    private final Latencies dials = new Latencies();
    private final Latencies answers = new Latencies();
    private final Latencies ends = new Latencies();

    public CallLoad(CallApi calls) {
        this.calls = calls;
    }

    public static void prepare(World world) {
        world.users().prepare(KIND, PAIRS);
    }

    /** At full load, for the compilers look at what runs often; nothing of it is measured. */
    public static void warmUp(CallApi calls, Duration length) {
        AtomicInteger next = new AtomicInteger();
        ClosedLoad.run(CLIENTS, length, client -> {
            int ofClient = next.getAndIncrement() % (PAIRS / CLIENTS);
            Pair pair = Pair.of(KIND, client * (PAIRS / CLIENTS) + ofClient);
            String callId = calls.dial(pair).callId();
            calls.answer(pair, callId);
            calls.end(pair, callId);
        });
    }

    /** Returns how many calls failed. */
    public long run(double perSecond, Duration length, long seed) {
        return OpenLoad.run(Schedule.poisson(perSecond, length, seed), this::call);
    }

    /** What was measured, by its name. */
    public Map<String, Latencies> steps() {
        Map<String, Latencies> steps = new LinkedHashMap<>();
        steps.put("dial", dials);
        steps.put("answer", answers);
        steps.put("end", ends);
        return steps;
    }

    private void call(int number, long intended) {
        Pair pair = Pair.of(KIND, number % PAIRS);
        String callId = calls.dial(pair).callId();
        dials.done(intended);
        long answer = OpenLoad.waitForStep(intended + STEP_NANOS);
        calls.answer(pair, callId);
        answers.done(answer);
        long end = OpenLoad.waitForStep(intended + 2 * STEP_NANOS);
        calls.end(pair, callId);
        ends.done(end);
    }
}
