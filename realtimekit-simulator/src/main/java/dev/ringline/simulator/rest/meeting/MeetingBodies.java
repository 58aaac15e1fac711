package dev.ringline.simulator.rest.meeting;

import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Meeting.Settings;
import dev.ringline.simulator.room.Meeting.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies that create and change meetings. */
@Component
class MeetingBodies {

    private static final Schema SHARED = Schema.empty()
            .with("persist_chat", Rule.bool())
            .with("summarize_on_end", Rule.bool())
            .with("transcribe_on_end", Rule.bool())
            .with("session_keep_alive_time_in_secs", Rule.wholeNumber(60, 600))
            .with("ai_config", Rule.object())
            .with("recording_config", Rule.object());

    private static final Schema WHOLE = SHARED.with("title", Rule.string().orNull())
            .with("record_on_start", Rule.bool().orNull())
            .with("live_stream_on_start", Rule.bool().orNull());

    /** The older API also took a region; it changed nothing that a client can see. */
    private static final Schema LEGACY =
            WHOLE.with("preferred_region", Rule.string().orNull());

    private static final Schema PARTIAL = SHARED.with("title", Rule.string())
            .with("record_on_start", Rule.bool())
            .with("live_stream_on_start", Rule.bool())
            .with("status", Rule.oneOf(Status.values()));

    private final JsonMapper json;

    MeetingBodies(JsonMapper json) {
        this.json = json;
    }

    /** What a POST or PUT says; what it leaves out is the default. */
    Settings whole(@Nullable JsonNode body, boolean legacy) {
        ObjectNode settings = (legacy ? LEGACY : WHOLE).check(body).deepCopy();
        settings.remove("preferred_region");
        return merge(Settings.DEFAULT, settings);
    }

    /** What a PATCH says; what it leaves out stays. */
    Change change(@Nullable JsonNode body) {
        return new Change(PARTIAL.check(body));
    }

    /** A checked PATCH body. */
    final class Change {

        private final ObjectNode body;

        private Change(ObjectNode body) {
            this.body = body;
        }

        Settings settings(Meeting before) {
            ObjectNode settings = body.deepCopy();
            settings.remove("status");
            return merge(before.settings(), settings);
        }

        Status status(Meeting before) {
            JsonNode status = body.get("status");
            return status == null ? before.status() : Status.valueOf(status.stringValue());
        }
    }

    private Settings merge(Settings base, ObjectNode changes) {
        ObjectNode merged = json.valueToTree(base);
        changes.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> merged.set(field.getKey(), field.getValue()));
        return json.treeToValue(merged, Settings.class);
    }
}
