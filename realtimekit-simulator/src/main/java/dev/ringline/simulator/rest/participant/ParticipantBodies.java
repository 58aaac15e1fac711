package dev.ringline.simulator.rest.participant;

import dev.ringline.simulator.preset.Preset;
import dev.ringline.simulator.preset.Presets;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import dev.ringline.simulator.room.Participant.Profile;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies that add and change participants. */
final class ParticipantBodies {

    private static final String CUSTOM_ID = "custom_participant_id";
    private static final String OLD_CUSTOM_ID = "client_specific_id";

    private static final Schema NEW = Schema.empty()
            .with("preset_name", Rule.filledString().always())
            .with(CUSTOM_ID, Rule.filledString().always())
            .with("name", Rule.string().orNull())
            .with("picture", Rule.uri().orNull());

    private static final Schema CHANGE = Schema.empty()
            .with("name", Rule.string().orNull())
            .with("picture", Rule.uri().orNull())
            .with("preset_name", Rule.filledString().orNull());

    private ParticipantBodies() {}

    /** @param legacy whether the custom id may have its old name */
    static Profile added(@Nullable JsonNode body, boolean legacy, Presets presets) {
        ObjectNode checked = NEW.check(legacy ? withNewName(body) : body);
        return new Profile(
                checked.required(CUSTOM_ID).stringValue(),
                text(checked, "name", null),
                text(checked, "picture", null),
                presets.named(checked.required("preset_name").stringValue()));
    }

    private static @Nullable JsonNode withNewName(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode object) || object.has(CUSTOM_ID) || !object.has(OLD_CUSTOM_ID)) {
            return body;
        }
        ObjectNode renamed = object.deepCopy();
        renamed.set(CUSTOM_ID, renamed.remove(OLD_CUSTOM_ID));
        return renamed;
    }

    /** What a PATCH does; what it leaves out or says is null stays. */
    static UnaryOperator<Profile> change(@Nullable JsonNode body, Presets presets) {
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
