package dev.ringline.simulator.rest.session;

import dev.ringline.simulator.Participant;
import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whom to put out: by participant ids or by custom ids, not both. */
record KickBody(List<String> ids, Function<Participant, String> naming) {

    private static final String BY_ID = "participant_ids";
    private static final String BY_CUSTOM_ID = "custom_participant_ids";
    private static final Schema SCHEMA =
            Schema.empty().with(BY_ID, Rule.strings()).with(BY_CUSTOM_ID, Rule.strings());

    static KickBody read(@Nullable JsonNode body) {
        ObjectNode checked = SCHEMA.check(body);
        if (checked.size() != 1) {
            throw RefusedException.badRequest(
                    "\"value\" must contain exactly one of [" + BY_ID + ", " + BY_CUSTOM_ID + "]");
        }
        return checked.has(BY_ID)
                ? new KickBody(strings(checked.required(BY_ID)), who -> who.id().toString())
                : new KickBody(
                        strings(checked.required(BY_CUSTOM_ID)),
                        who -> who.profile().customParticipantId());
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
