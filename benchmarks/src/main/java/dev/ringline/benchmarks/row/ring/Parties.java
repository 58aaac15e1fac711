package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.device.LiveStreams.Device;
import dev.ringline.benchmarks.device.PushService;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.benchmarks.world.World;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs of users whose devices have streams: one of each caller, some of each callee. The first device of a user is called
 * like the user.
 *
 * @param kind tells these users from others
 * @param devices of each callee
 */
record Parties(String kind, int pairs, int devices) {

    /** In turn, so that no pair has two calls at a time. */
    Pair pair(int number) {
        return Pair.of(kind, number % pairs);
    }

    /** One of the pairs that only this one of several clients uses, in turn. */
    Pair pairOf(int client, int clients, int number) {
        int each = pairs / clients;
        return pair(client * each + Math.floorMod(number, each));
    }

    /** Every device. */
    List<Device> all() {
        Stream<Device> callers = everyPair().map(pair -> new Device(pair.caller(), pair.caller()));
        return Stream.concat(callers, ofCallees().stream()).toList();
    }

    List<Device> ofCallees() {
        return everyPair().flatMap(pair -> devicesOf(pair.callee()).stream()).toList();
    }

    List<Device> devicesOf(String callee) {
        return IntStream.range(0, devices)
                .mapToObj(number -> new Device(callee, number == 0 ? callee : callee + "-" + number))
                .toList();
    }

    /** Each callee's further device, which has no stream and is pushed to. */
    static String pushedTo(Pair pair) {
        return pair.callee() + "-pushed";
    }

    void registerPushed(World world) {
        everyPair().parallel().forEach(pair -> PushService.register(world, pair.callee(), pushedTo(pair)));
    }

    Stream<Pair> everyPair() {
        return IntStream.range(0, pairs).mapToObj(this::pair);
    }
}
