package dev.ringline.simulator.rest.participant;

import dev.ringline.simulator.Participant.Profile;
import dev.ringline.simulator.Presets;
import dev.ringline.simulator.Presets.Preset;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies that add and change participants. */
@Component
class ParticipantBodies {

    private static final Schema NEW = Schema.empty()
            .with("preset_name", Rule.filledString().always())
            .with("custom_participant_id", Rule.filledString().always())
            .with("name", Rule.string().orNull())
            .with("picture", Rule.uri().orNull());

    private static final Schema CHANGE = Schema.empty()
            .with("name", Rule.string().orNull())
            .with("picture", Rule.uri().orNull())
            .with("preset_name", Rule.filledString().orNull());

    private final Presets presets;

    ParticipantBodies(Presets presets) {
        this.presets = presets;
    }

    Profile added(@Nullable JsonNode body) {
        ObjectNode checked = NEW.check(body);
        return new Profile(
                checked.required("custom_participant_id").stringValue(),
                text(checked, "name", null),
                text(checked, "picture", null),
                presets.named(checked.required("preset_name").stringValue()));
    }

    /** What a PATCH does; what it leaves out or says is null stays. */
    UnaryOperator<Profile> change(@Nullable JsonNode body) {
        ObjectNode checked = CHANGE.check(body);
        String presetName = text(checked, "preset_name", null);
        Preset preset = presetName == null ? null : presets.named(presetName);
        return before -> new Profile(
                before.customParticipantId(),
                text(checked, "name", before.name()),
                text(checked, "picture", before.picture()),
                preset == null ? before.preset() : preset);
    }

    private static @Nullable String text(ObjectNode body, String field, @Nullable String otherwise) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? otherwise : value.stringValue();
    }
}
