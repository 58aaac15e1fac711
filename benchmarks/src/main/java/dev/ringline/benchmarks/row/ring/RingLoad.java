package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.Arrival;
import dev.ringline.benchmarks.device.LiveStreams;
import dev.ringline.benchmarks.device.LiveStreams.Device;
import dev.ringline.benchmarks.device.PushService;
import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.Schedule;
import dev.ringline.benchmarks.world.CallApi;
import dev.ringline.benchmarks.world.CallApi.Dialled;
import dev.ringline.benchmarks.world.Users.Pair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Calls that begin when they begin. Half of them are answered on the callee's first device and ended, half are cancelled; a
 * call fails if any device is not told in time.
 */
final class RingLoad {

    private static final long STEP_NANOS = Duration.ofMillis(250).toNanos();
    private static final long PATIENCE_SECONDS = 20;
    private static final int CLIENTS = 16;

    private final Parties parties;
    private final CallApi calls;
    private final LiveStreams streams;
    private final PushService push;
    private final Delay incoming = new Delay("dial → call.incoming");
    private final Delay pushed = new Delay("dial → push request");
    private final Delay answered = new Delay("answer → call.answered");
    private final Delay stopped = new Delay("answer → last call.stopped");
    private final Delay cancelled = new Delay("cancel → last call.ended");

    RingLoad(Parties parties, CallApi calls, LiveStreams streams, PushService push) {
        this.parties = parties;
        this.calls = calls;
        this.streams = streams;
        this.push = push;
    }

    /** Returns how many calls failed. */
    long run(double perSecond, Duration length, long seed) {
        return OpenLoad.run(
                Schedule.poisson(perSecond, length, seed),
                (number, intended) -> call(parties.pair(number), number % 2 == 0, intended, STEP_NANOS));
    }

    /** At full load, for the compilers look at what runs often. */
    void warmUp(Duration length) {
        AtomicInteger next = new AtomicInteger();
        ClosedLoad.run(CLIENTS, length, client -> {
            int number = next.getAndIncrement();
            call(parties.pairOf(client, CLIENTS, number), number % 2 == 0, System.nanoTime(), 0);
        });
    }

    Delay incoming() {
        return incoming;
    }

    List<Delay> delays() {
        return List.of(incoming, pushed, answered, stopped, cancelled);
    }

    private void call(Pair pair, boolean isAnswered, long intended, long pause) {
        Dialled call = calls.dial(pair);
        incoming.add(await(streams.told(call.callId(), "call.incoming", pair.callee())), intended);
        var received = await(push.ring(call.callId(), Parties.pushedTo(pair)));
        pushed.add(new Arrival(received.nanos(), received.at(), call.createdAt()), intended);
        long step = OpenLoad.waitForStep(intended + pause);
        if (isAnswered) {
            answer(pair, call.callId(), step);
            var _ = OpenLoad.waitForStep(step + pause);
            calls.end(pair, call.callId());
            await(streams.told(call.callId(), "call.ended", pair.callee()));
        } else {
            calls.end(pair, call.callId());
            cancelled.add(last("call.ended", call.callId(), devices(pair)), step);
        }
    }

    private void answer(Pair pair, String callId, long step) {
        calls.answer(pair, callId);
        answered.add(await(streams.told(callId, "call.answered", pair.caller())), step);
        stopped.add(last("call.stopped", callId, devices(pair).skip(1)), step);
    }

    private Stream<String> devices(Pair pair) {
        return parties.devicesOf(pair.callee()).stream().map(Device::name);
    }

    private Arrival last(String event, String callId, Stream<String> devices) {
        return devices.map(device -> await(streams.told(callId, event, device)))
                .reduce(Arrival::last)
                .orElseThrow();
    }

    static <T> T await(CompletableFuture<T> expected) {
        return expected.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
