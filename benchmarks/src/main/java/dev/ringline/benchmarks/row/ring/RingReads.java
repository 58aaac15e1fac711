package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.LiveStreams.Device;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.measure.StoreReads;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How often notification-service reads its store for one CallInitiated.
 *
 * @param rings how many are counted together
 * @param settled what follows an event is done by then, and so long it is watched what is read anyway
 */
record RingReads(World world, int rings, Duration settled) {

    private static final String DATABASE = "notification";
    private static final String DEVICES = DATABASE + ".devices";

    /** All in all, and those of the registered devices. */
    record Reads(double all, double registered) {

        /** Of one of these rings, without what would have been read in as much time without them. */
        Reads of(int rings, Reads idle, double times) {
            return new Reads(
                    Math.rint((all - idle.all * times) / rings),
                    Math.rint((registered - idle.registered * times) / rings));
        }
    }

    /**
     * Rings some callees one after another.
     *
     * @param told waits until the device rings for the call
     */
    Reads perRing(Parties parties, BiConsumer<Device, String> told) {
        Watch before = new Watch();
        Reads idle = before.untilSettled();
        List<Runnable> ends = new ArrayList<>();
        Watch ringing = new Watch();
        for (int number = 0; number < rings; number++) {
            Pair pair = parties.pair(number);
            String callId = world.calls().dial(pair).callId();
            parties.devicesOf(pair.callee()).forEach(device -> told.accept(device, callId));
            ends.add(() -> world.calls().end(pair, callId));
        }
        Reads all = ringing.untilSettled();
        ends.forEach(Runnable::run);
        OpenLoad.waitUntil(System.nanoTime() + settled.toNanos());
        return all.of(rings, idle, (double) ringing.length() / before.length());
    }

    /** What is read from its beginning until everything before has been done. */
    private final class Watch {

        private final long begin = System.nanoTime();
        private final StoreReads before = StoreReads.now(world);
        private long end;

        Reads untilSettled() {
            OpenLoad.waitUntil(System.nanoTime() + settled.toNanos());
            StoreReads after = StoreReads.now(world);
            end = System.nanoTime();
            return new Reads(
                    after.in(DATABASE) - before.in(DATABASE),
                    after.ofCollection(DEVICES) - before.ofCollection(DEVICES));
        }

        long length() {
            return end - begin;
        }
    }
}
