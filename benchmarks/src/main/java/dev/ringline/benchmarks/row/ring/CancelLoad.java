package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.Arrival;
import dev.ringline.benchmarks.device.LiveStreams;
import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.world.CallApi;
import dev.ringline.benchmarks.world.Users.Pair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that begin when they begin and are cancelled soon; a call fails if any of the callee's devices is not told in time. */
final class CancelLoad {

    private static final long RING_NANOS = Duration.ofMillis(250).toNanos();
    private static final int CLIENTS = 8;

    private final Parties parties;
    private final CallApi calls;
    private final LiveStreams streams;
    private final boolean endIsTold;
    private final Delay first;
    private final Delay last;

    CancelLoad(Parties parties, CallApi calls, LiveStreams streams) {
        this(parties, calls, streams, true);
    }

    private CancelLoad(Parties parties, CallApi calls, LiveStreams streams, boolean endIsTold) {
        this.parties = parties;
        this.calls = calls;
        this.streams = streams;
        this.endIsTold = endIsTold;
        this.first = new Delay(parties.devices() == 1 ? "dial → call.incoming" : "dial → first call.incoming");
        this.last = new Delay("dial → last call.incoming");
    }

    /** Such calls of devices that may be away while one ends, and learn that from what they are told afterwards. */
    static CancelLoad untilTold(Parties parties, CallApi calls, LiveStreams streams) {
        return new CancelLoad(parties, calls, streams, false);
    }

    /** Returns how many calls failed. */
    long run(double perSecond, Duration length, long seed) {
        return OpenLoad.run(
                Schedule.poisson(perSecond, length, seed),
                (number, intended) -> call(parties.pair(number), intended, RING_NANOS));
    }

    /** At full load, for the compilers look at what runs often. */
    void warmUp(Duration length) {
        AtomicInteger next = new AtomicInteger();
        ClosedLoad.run(
                CLIENTS,
                length,
                client -> call(parties.pairOf(client, CLIENTS, next.getAndIncrement()), System.nanoTime(), 0));
    }

    /** Until the first device of the callee rang. */
    Delay first() {
        return first;
    }

    /** Until the last device of the callee rang. */
    Delay last() {
        return last;
    }

    private void call(Pair pair, long intended, long ringNanos) {
        String callId = calls.dial(pair).callId();
        try {
            rings(pair, callId, intended);
            OpenLoad.waitUntil(intended + ringNanos);
        } finally {
            calls.end(pair, callId); // else the pair would be busy when its turn comes again
        }
        if (endIsTold) {
            told(pair, callId, "call.ended");
        }
    }

    private void rings(Pair pair, String callId, long intended) {
        List<Arrival> told = told(pair, callId, "call.incoming");
        last.add(told.stream().reduce(Arrival::last).orElseThrow(), intended);
        first.add(told.stream().reduce(Arrival::first).orElseThrow(), intended);
    }

    private List<Arrival> told(Pair pair, String callId, String event) {
        return parties.devicesOf(pair.callee()).stream()
                .map(device -> RingLoad.await(streams.told(callId, event, device.name())))
                .toList();
    }
}
