package dev.ringline.notification;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of live calls on this replica. Frames come from {@link #learn}, which every replica does for every
 * event; {@link #store} is done once per event by whichever replica has it.
 */
public final class LiveCalls {

    /** More than any ring, so that a replica that starts now knows of every call that rings. */
    public static final Duration LOOK_BACK = Duration.ofMinutes(2);

    private final Window window;
    private final Projection projection;
    private final InstantSource clock;

    public LiveCalls(Projection projection, InstantSource clock) {
        this.window = new Window();
        this.projection = projection;
        this.clock = clock;
    }

    /**
     * Takes in what happened. From then on every {@link #snapshot} knows it, so whoever registers for frames before
     * asking for the snapshot misses nothing.
     *
     * @return the frames that it causes; empty when this or a later event of the call is known already
     */
    public Optional<List<Delivery>> learn(CallNews news) {
        Instant now = clock.instant();
        return window.learn(news, now).map(whole -> Frames.of(whole, now));
    }

    /**
     * Makes all replicas know of the call.
     *
     * @return false if they know as much or more
     */
    public boolean store(LiveCall call) {
        return projection.store(call);
    }

    /** The whole truth for a device that connects. Waits for the store. */
    public Frame.Snapshot snapshot(String userId, String deviceId) {
        // The window first: an entry leaves it only once the projection has it.
        List<LiveCall> lately = window.of(userId);
        List<LiveCall> stored = projection.of(userId, clock.instant().minus(Frames.ENDED_SHOWN), ids(lately));
        return Frames.snapshot(newestOfEach(lately, stored), userId, deviceId, clock.instant());
    }

    /** Whether this replica has heard that the call rings no more. */
    public boolean ringsNoMore(String callId) {
        return window.find(callId).filter(LiveCall::ringsNoMore).isPresent();
    }

    /** What all replicas know of the call. Waits for the store. */
    public Optional<LiveCall> stored(String callId) {
        return projection.find(callId);
    }

    /** Lets go from memory what the store knows and nobody heard of lately. Waits for the store. */
    public void forget() {
        List<LiveCall> old = window.unheardOfSince(clock.instant().minus(LOOK_BACK));
        if (!old.isEmpty()) {
            window.forget(stored(old));
        }
    }

    private List<LiveCall> stored(List<LiveCall> calls) {
        Map<String, Long> sequences = projection.sequences(ids(calls));
        return calls.stream()
                .filter(call -> sequences.getOrDefault(call.callId(), 0L) >= call.sequence())
                .toList();
    }

    private static List<String> ids(List<LiveCall> calls) {
        return calls.stream().map(LiveCall::callId).toList();
    }

    private static Collection<LiveCall> newestOfEach(List<LiveCall> some, List<LiveCall> others) {
        return Stream.concat(some.stream(), others.stream())
                .collect(toMap(LiveCall::callId, call -> call, LiveCall::newest))
                .values();
    }
}
