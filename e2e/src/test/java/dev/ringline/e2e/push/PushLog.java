package dev.ringline.e2e.push;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Everything that the push services were sent, in the order of its arrival. */
final class PushLog {

    /** A push service has too much to do now and then. */
    private static final int BUSY_EVERY = 9;

    private final List<Pushed> all = new CopyOnWriteArrayList<>();
    private final Map<String, String> devices = new ConcurrentHashMap<>();
    private final AtomicInteger arrived = new AtomicInteger();

    /** From now on it is known whose token this is. */
    void know(String token, String device) {
        devices.put(token, device);
    }

    /** Writes it down; false if the push service is to say that it has too much to do. */
    boolean note(String token, JsonNode payload) {
        boolean taken = arrived.incrementAndGet() % BUSY_EVERY != 0;
        all.add(new Pushed(
                Instant.now(),
                payload.path("callId").asString(),
                Objects.requireNonNull(devices.get(token), "an unknown token"),
                payload.path("kind").asString(),
                Long.parseLong(payload.path("sequence").asString()),
                taken));
        return taken;
    }

    List<Pushed> all() {
        return List.copyOf(all);
    }
}
