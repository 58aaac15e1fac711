package dev.ringline.simulator.rest.recording;

import dev.ringline.simulator.recording.Recording.Action;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies that start and stop recordings. What is in their configurations is not looked at. */
final class RecordingBodies {

    private static final Schema START = Schema.empty()
            .with("meeting_id", Rule.guid().always())
            .with("max_seconds", Rule.wholeNumber(60, 86_400))
            .with("file_name_prefix", Rule.string())
            .with("allow_multiple_recordings", Rule.bool())
            .with("url", Rule.uri())
            .withAll(
                    Rule.object(),
                    "video_config",
                    "audio_config",
                    "storage_config",
                    "realtimekit_bucket_config",
                    "dyte_bucket_config",
                    "rtmp_out_config",
                    "interactive_config");

    private static final Schema TRACK = Schema.empty()
            .with("meeting_id", Rule.guid().always())
            .with("layers", Rule.object())
            .with("user_ids", Rule.strings());

    private static final Schema ACTION =
            Schema.empty().with("action", Rule.oneOf("stop", "pause", "resume").always());

    /** What a start asks for. */
    record Start(UUID meetingId, @Nullable String fileNamePrefix, boolean besideOthers, boolean keptByProvider) {}

    private RecordingBodies() {}

    static Start start(@Nullable JsonNode body) {
        ObjectNode checked = START.check(body);
        boolean kept = checked.path("realtimekit_bucket_config").path("enabled").asBoolean(true);
        return new Start(
                meetingId(checked),
                checked.has("file_name_prefix")
                        ? checked.required("file_name_prefix").stringValue()
                        : null,
                checked.path("allow_multiple_recordings").asBoolean(false),
                kept);
    }

    static Start startTracks(@Nullable JsonNode body) {
        ObjectNode checked = TRACK.check(body);
        JsonNode prefix = checked.path("layers").path("default").path("file_name_prefix");
        return new Start(meetingId(checked), prefix.isString() ? prefix.stringValue() : null, true, true);
    }

    static Action action(@Nullable JsonNode body) {
        return Action.valueOf(
                ACTION.check(body).required("action").stringValue().toUpperCase(Locale.ROOT));
    }

    private static UUID meetingId(ObjectNode body) {
        return UUID.fromString(body.required("meeting_id").stringValue());
    }
}
