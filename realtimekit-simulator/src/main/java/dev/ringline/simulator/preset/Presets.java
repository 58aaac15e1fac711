package dev.ringline.simulator.preset;

import dev.ringline.simulator.RefusedException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The presets of an app. Their names are unique. Safe for use by several threads. */
public final class Presets {

    private static final DefaultPresets DEFAULTS = new DefaultPresets();

    private final InstantSource clock;
    private final Map<UUID, Preset> byId = new LinkedHashMap<>();

    /** @param names of the presets that exist from the start */
    public Presets(List<String> names, InstantSource clock) {
        this.clock = clock;
        names.forEach(name -> add(name, DEFAULTS.contentOf(name)));
    }

    /** @throws RefusedException if no preset has that name */
    public synchronized Preset named(String name) {
        return byName(name).orElseThrow(() -> RefusedException.badRequest("no preset found with name " + name));
    }

    /** @throws RefusedException if there is no such preset, or no more */
    public synchronized Preset get(UUID id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(RefusedException::notFound);
    }

    /** From the oldest. */
    public synchronized List<Preset> all() {
        return List.copyOf(byId.values());
    }

    /** @throws RefusedException if the name is taken */
    public synchronized Preset add(String name, ObjectNode content) {
        refuseTaken(name);
        return store(Preset.create(name, content, clock.instant()));
    }

    /**
     * Changes a preset for those who are added from now on.
     *
     * @throws RefusedException if there is no such preset, or the new name is taken
     */
    public synchronized Preset change(UUID id, UnaryOperator<Draft> change) {
        Preset before = get(id);
        Draft draft = change.apply(new Draft(before.name(), before.content()));
        if (!draft.name().equals(before.name())) {
            refuseTaken(draft.name());
        }
        return store(before.changed(draft.name(), draft.content(), clock.instant()));
    }

    /** @throws RefusedException if there is no such preset, or no more */
    public synchronized Preset remove(UUID id) {
        Preset removed = get(id);
        byId.remove(id);
        return removed;
    }

    private Optional<Preset> byName(String name) {
        return byId.values().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst();
    }

    private void refuseTaken(String name) {
        if (byName(name).isPresent()) {
            throw RefusedException.conflict("preset with name " + name + " already exists");
        }
    }

    private Preset store(Preset preset) {
        byId.put(preset.id(), preset);
        return preset;
    }

    /** What a client may say about a preset. */
    public record Draft(String name, ObjectNode content) {}
}
