package dev.ringline.simulator.rest.preset;

import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;

/** What a preset must hold. Fields that no document names are kept as they come, except at the top. */
final class PresetSchema {

    private static final Rule YES_OR_NO = Rule.bool().always();
    private static final Rule COUNT = Rule.number().always();
    private static final Rule COLOUR = Rule.string().always();
    private static final Rule QUALITY =
            Rule.oneOf("hd", "vga", "qvga", "fhd", "uhd").always();
    private static final String[] ACCESS = {"ALLOWED", "NOT_ALLOWED", "CAN_REQUEST"};
    private static final Rule PRODUCTION =
            needed(Schema.open().with("can_produce", Rule.oneOf(ACCESS).always()));

    static final Schema WHOLE = Schema.empty()
            .with("name", Rule.filledString().always())
            .with("config", needed(config()))
            .with("permissions", needed(permissions()))
            .with("ui", needed(ui()));

    /** What it names must be there in full or not at all; what is left out of an object stays. */
    static final Schema PARTIAL = Schema.empty()
            .with("name", Rule.filledString())
            .with("config", Rule.object())
            .with("permissions", Rule.object())
            .with("ui", Rule.object());

    private PresetSchema() {}

    private static Rule needed(Schema inside) {
        return Rule.object(inside).always();
    }

    private static Schema config() {
        Schema picture = Schema.open()
                .with("quality", QUALITY)
                .with("frame_rate", Rule.wholeNumber(0, 30).always());
        return Schema.open()
                .with(
                        "view_type",
                        Rule.oneOf("GROUP_CALL", "WEBINAR", "AUDIO_ROOM", "LIVESTREAM")
                                .always())
                .with("max_screenshare_count", COUNT)
                .with("max_video_streams", needed(Schema.open().withAll(COUNT, "desktop", "mobile")))
                .with(
                        "media",
                        needed(Schema.open()
                                .with("video", needed(picture.with("simulcast", Rule.bool())))
                                .with("screenshare", needed(picture))
                                .with(
                                        "audio",
                                        Rule.object(Schema.open()
                                                .withAll(Rule.bool(), "enable_high_bitrate", "enable_stereo")))));
    }

    private static Schema permissions() {
        Schema rights = Schema.open()
                .withAll(
                        YES_OR_NO,
                        "accept_waiting_requests",
                        "can_accept_production_requests",
                        "can_change_participant_permissions",
                        "can_edit_display_name",
                        "can_livestream",
                        "can_record",
                        "can_spotlight",
                        "disable_participant_audio",
                        "disable_participant_video",
                        "disable_participant_screensharing",
                        "hidden_participant",
                        "kick_participant",
                        "pin_participant",
                        "show_participant_list")
                .withAll(Rule.bool(), "accept_stage_requests", "is_recorder", "stage_enabled", "transcription_enabled");
        return rights.with("stage_access", Rule.oneOf(ACCESS))
                .with(
                        "recorder_type",
                        Rule.oneOf("RECORDER", "LIVESTREAMER", "NONE").always())
                .with(
                        "waiting_room_type",
                        Rule.oneOf("SKIP", "ON_PRIVILEGED_USER_ENTRY", "SKIP_ON_ACCEPT")
                                .always())
                .with("chat", needed(chat()))
                .with(
                        "connected_meetings",
                        needed(Schema.open()
                                .withAll(
                                        YES_OR_NO,
                                        "can_alter_connected_meetings",
                                        "can_switch_connected_meetings",
                                        "can_switch_to_parent_meeting")))
                .with("media", needed(Schema.open().withAll(PRODUCTION, "audio", "video", "screenshare")))
                .with("plugins", needed(plugins()))
                .with("polls", needed(Schema.open().withAll(YES_OR_NO, "can_create", "can_view", "can_vote")));
    }

    private static Schema chat() {
        Schema everybody = Schema.open().withAll(YES_OR_NO, "can_send", "text", "files");
        return Schema.open()
                .with("public", needed(everybody))
                .with("private", needed(everybody.with("can_receive", YES_OR_NO)));
    }

    private static Schema plugins() {
        return Schema.open()
                .withAll(YES_OR_NO, "can_start", "can_close", "can_edit_config")
                .with("config", Rule.object().always());
    }

    private static Schema ui() {
        Schema colours = Schema.open()
                .with("background", needed(Schema.open().withAll(COLOUR, "600", "700", "800", "900", "1000")))
                .with("brand", needed(Schema.open().withAll(COLOUR, "300", "400", "500", "600", "700")))
                .withAll(COLOUR, "danger", "success", "warning", "text", "text_on_brand", "video_bg");
        Schema tokens = Schema.open()
                .with(
                        "border_radius",
                        Rule.oneOf("sharp", "rounded", "extra-rounded", "circular")
                                .always())
                .with("border_width", Rule.oneOf("none", "thin", "fat").always())
                .with("spacing_base", COUNT)
                .with("theme", Rule.oneOf("darkest", "dark", "light").always())
                .with("colors", needed(colours))
                .withAll(Rule.string(), "font_family", "google_font", "logo");
        return Schema.open().with("design_tokens", needed(tokens));
    }
}
