package dev.ringline.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The presets that exist. Their ids are made anew at every start. */
public final class Presets {

    /** A preset as far as participants and tokens show it. */
    public record Preset(UUID id, String name) {}

    private final Map<String, Preset> byName = new LinkedHashMap<>();

    public Presets(List<String> names) {
        names.forEach(name -> byName.put(name, new Preset(UUID.randomUUID(), name)));
    }

    /** @throws RefusedException if no preset has that name */
    public Preset named(String name) {
        Preset preset = byName.get(name);
        if (preset == null) {
            throw RefusedException.badRequest("no preset found with name " + name);
        }
        return preset;
    }
}
