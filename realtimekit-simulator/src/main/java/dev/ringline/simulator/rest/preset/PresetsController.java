package dev.ringline.simulator.rest.preset;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.preset.Preset;
import dev.ringline.simulator.preset.Presets.Draft;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paths;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping({Paths.APP + "/presets", Paths.LEGACY + "/presets"})
class PresetsController {

    @GetMapping
    Envelope list(App app, @RequestParam(required = false) @Nullable String search, @ModelAttribute Paging paging) {
        String part = search == null ? "" : search.toLowerCase(ROOT);
        List<Preset> found = app.presets().all().stream()
                .filter(preset -> preset.name().toLowerCase(ROOT).contains(part))
                .toList();
        return paging.page(found, Line::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Envelope create(App app, @RequestBody(required = false) @Nullable JsonNode body) {
        Draft draft = draft(body);
        return whole(app.presets().add(draft.name(), draft.content()));
    }

    @GetMapping("/{preset_id}")
    Envelope get(App app, @PathVariable("preset_id") UUID presetId) {
        return whole(app.presets().get(presetId));
    }

    @PutMapping("/{preset_id}")
    Envelope replace(
            App app, @PathVariable("preset_id") UUID presetId, @RequestBody(required = false) @Nullable JsonNode body) {
        Draft draft = draft(body);
        return whole(app.presets().change(presetId, before -> draft));
    }

    @PatchMapping("/{preset_id}")
    Envelope update(
            App app, @PathVariable("preset_id") UUID presetId, @RequestBody(required = false) @Nullable JsonNode body) {
        ObjectNode changes = PresetSchema.PARTIAL.check(body);
        return whole(app.presets().change(presetId, before -> merged(before, changes)));
    }

    @DeleteMapping("/{preset_id}")
    Envelope delete(App app, @PathVariable("preset_id") UUID presetId) {
        return whole(app.presets().remove(presetId));
    }

    private static Draft draft(@Nullable JsonNode body) {
        return split(PresetSchema.WHOLE.check(body));
    }

    private static Draft merged(Draft before, ObjectNode changes) {
        ObjectNode all = before.content().deepCopy().put("name", before.name());
        merge(all, changes);
        return split(PresetSchema.WHOLE.check(all));
    }

    private static void merge(ObjectNode into, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (change.getValue() instanceof ObjectNode deeper
                    && into.get(change.getKey()) instanceof ObjectNode inside) {
                merge(inside, deeper);
            } else {
                into.set(change.getKey(), change.getValue());
            }
        });
    }

    private static Draft split(ObjectNode preset) {
        ObjectNode content = preset.deepCopy();
        String name = content.remove("name").stringValue();
        return new Draft(name, content);
    }

    private static Envelope whole(Preset preset) {
        return Envelope.of(new Whole(
                Line.of(preset),
                preset.content().get("config"),
                preset.content().get("permissions"),
                preset.content().get("ui")));
    }

    private record Line(UUID id, String name, Instant createdAt, Instant updatedAt) {

        private static Line of(Preset preset) {
            return new Line(preset.id(), preset.name(), preset.createdAt(), preset.updatedAt());
        }
    }

    private record Whole(@JsonUnwrapped Line line, JsonNode config, JsonNode permissions, JsonNode ui) {}
}
