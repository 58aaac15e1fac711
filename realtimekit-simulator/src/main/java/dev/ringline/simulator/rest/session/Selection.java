package dev.ringline.simulator.rest.session;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import dev.ringline.simulator.room.Participant;
import dev.ringline.simulator.room.Room;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Some of those who are in: by participant ids, by custom ids, or both. */
record Selection(List<String> ids, List<String> customIds) {

    private static final String BY_ID = "participant_ids";
    private static final String BY_CUSTOM_ID = "custom_participant_ids";
    private static final Schema SCHEMA =
            Schema.empty().with(BY_ID, Rule.strings()).with(BY_CUSTOM_ID, Rule.strings());
    private static final Schema MUTE_ALL = Schema.empty().with("allow_unmute", Rule.bool());

    static Selection read(@Nullable JsonNode body) {
        ObjectNode checked = SCHEMA.check(body);
        if (checked.isEmpty()) {
            throw RefusedException.badRequest(
                    "\"value\" must contain at least one of [" + BY_ID + ", " + BY_CUSTOM_ID + "]");
        }
        return new Selection(strings(checked.path(BY_ID)), strings(checked.path(BY_CUSTOM_ID)));
    }

    static void checkMuteAll(@Nullable JsonNode body) {
        MUTE_ALL.check(body);
    }

    /** @throws RefusedException if nobody is in, or one of those selected is not */
    List<Participant> in(Room room) {
        List<Participant> byId = room.inside(ids, who -> who.id().toString());
        List<Participant> byCustomId =
                room.inside(customIds, who -> who.profile().customParticipantId());
        return Stream.concat(byId.stream(), byCustomId.stream()).distinct().toList();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
