package dev.ringline.benchmarks.device;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which device was told what of which call, and when. A frame may come before the answer to the request that caused it, so
 * whoever waits for one may ask before or after it came.
 */
final class Arrivals {

    private final ConcurrentMap<Expected, CompletableFuture<Arrival>> all = new ConcurrentHashMap<>();

    private record Expected(String callId, String event, String device) {}

    /** Completes when the device has been told; a repetition changes nothing. */
    CompletableFuture<Arrival> of(String callId, String event, String device) {
        return all.computeIfAbsent(new Expected(callId, event, device), _ -> new CompletableFuture<>());
    }

    void add(String device, Frame frame) {
        Arrival arrival = new Arrival(
                System.nanoTime(),
                Instant.now(),
                Instant.parse(frame.data().path("at").asString()));
        of(frame.callId(), frame.event(), device).complete(arrival);
    }

    /** Forgets everything, what is still waited for included. */
    void forget() {
        all.clear();
    }
}
