package dev.ringline.simulator.rest.session;

import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A poll right after it was made: nobody has voted. */
record Poll(
        UUID id,
        String question,
        List<Option> options,
        boolean anonymous,
        boolean hideVotes,
        String createdBy,
        List<String> voted) {

    private static final Schema SCHEMA = Schema.empty()
            .with("question", Rule.filledString().always())
            .with("options", Rule.strings().always())
            .with("anonymous", Rule.bool())
            .with("hide_votes", Rule.bool());

    record Option(String text, int count, List<Object> votes) {}

    static Poll read(@Nullable JsonNode body) {
        ObjectNode checked = SCHEMA.check(body);
        return new Poll(
                UUID.randomUUID(),
                checked.required("question").stringValue(),
                checked.required("options")
                        .valueStream()
                        .map(text -> new Option(text.stringValue(), 0, List.of()))
                        .toList(),
                checked.path("anonymous").asBoolean(false),
                checked.path("hide_votes").asBoolean(false),
                "API",
                List.of());
    }
}
