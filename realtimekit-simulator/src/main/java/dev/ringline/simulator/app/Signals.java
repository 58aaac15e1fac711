package dev.ringline.simulator.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Carries what peers have to say to each other so that their browsers connect without a media server: offers, answers and
 * candidates. Safe for use by several threads.
 */
public final class Signals {

    private static final int MOST_WAITING = 256;

    /** What a peer says; it is not looked at. */
    public record Signal(UUID from, JsonNode content) {}

    private final Map<UUID, BlockingQueue<Signal>> boxes = new ConcurrentHashMap<>();

    /** Puts it into the boxes of the others; a box that is full loses it. */
    public void send(UUID from, Collection<UUID> others, JsonNode content) {
        others.forEach(other -> {
            var _ = box(other).offer(new Signal(from, content));
        });
    }

    /** All that waits for a peer, in its order; waits for the first until {@code patience} is over. */
    public List<Signal> take(UUID peerId, Duration patience) throws InterruptedException {
        BlockingQueue<Signal> box = box(peerId);
        List<Signal> taken = new ArrayList<>();
        Signal first = box.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            box.drainTo(taken);
        }
        return taken;
    }

    /** Forgets everything. */
    public void clear() {
        boxes.clear();
    }

    private BlockingQueue<Signal> box(UUID peerId) {
        return boxes.computeIfAbsent(peerId, _ -> new LinkedBlockingQueue<>(MOST_WAITING));
    }
}
