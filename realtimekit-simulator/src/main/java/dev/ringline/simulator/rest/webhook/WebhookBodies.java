package dev.ringline.simulator.rest.webhook;

import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import dev.ringline.simulator.webhook.Webhook;
import dev.ringline.simulator.webhook.Webhook.Draft;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies that register and change webhooks. */
final class WebhookBodies {

    private static final Rule EVENTS = Rule.someOf(Webhook.EVENTS);

    private static final Schema WHOLE = Schema.empty()
            .with("name", Rule.filledString().always())
            .with("url", Rule.webAddress().always())
            .with("events", EVENTS.always())
            .with("enabled", Rule.bool());

    private static final Schema PARTIAL = Schema.empty()
            .with("name", Rule.filledString())
            .with("url", Rule.webAddress())
            .with("events", EVENTS)
            .with("enabled", Rule.bool());

    private WebhookBodies() {}

    static Draft whole(@Nullable JsonNode body) {
        ObjectNode checked = WHOLE.check(body);
        return new Draft(
                checked.required("name").stringValue(),
                checked.required("url").stringValue(),
                strings(checked.required("events")),
                checked.path("enabled").asBoolean(true));
    }

    /** What a PATCH does; what it leaves out stays. */
    static UnaryOperator<Draft> change(@Nullable JsonNode body) {
        ObjectNode checked = PARTIAL.check(body);
        return before -> new Draft(
                checked.path("name").asString(before.name()),
                checked.path("url").asString(before.url()),
                checked.has("events") ? strings(checked.required("events")) : before.events(),
                checked.path("enabled").asBoolean(before.enabled()));
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
