package dev.ringline.simulator.app;

import dev.ringline.simulator.SimulatorProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The apps of the account: the one that is configured, and those that were created since. */
public final class Apps {

    private static final String NAME_OF_THE_FIRST = "simulated";

    private final SimulatorProperties properties;
    private final World world;
    private final Map<UUID, App> byId = new LinkedHashMap<>();

    public Apps(SimulatorProperties properties, World world) {
        this.properties = properties;
        this.world = world;
        clear();
    }

    public App create(String name) {
        return open(UUID.randomUUID(), name);
    }

    public synchronized Optional<App> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** From the oldest; the first is the one that is configured. */
    public synchronized List<App> all() {
        return List.copyOf(byId.values());
    }

    /** The one that is configured. */
    public App configured() {
        return all().getFirst();
    }

    /** Forgets every app and opens the configured one anew. */
    public synchronized void clear() {
        byId.clear();
        open(properties.appId(), NAME_OF_THE_FIRST);
    }

    private synchronized App open(UUID id, String name) {
        App app = new App(id, name, properties.presets(), world);
        byId.put(id, app);
        return app;
    }
}
