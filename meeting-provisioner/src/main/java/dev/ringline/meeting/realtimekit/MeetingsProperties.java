package dev.ringline.meeting.realtimekit;

import dev.ringline.meeting.MeetingMedia;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How meetings are made. */
@ConfigurationProperties("ringline.meetings")
public record MeetingsProperties(@DefaultValue Presets presets) {

    String preset(MeetingMedia media) {
        return switch (media) {
            case AUDIO -> presets.audio();
            case VIDEO -> presets.video();
        };
    }

    /**
     * Which of the app's presets participants get. A preset whose meeting type is an audio room costs a quarter and never shows
     * video; an app made in the provider's dashboard has the default ones.
     *
     * @param audio name of the preset for audio calls
     * @param video name of the preset for video calls
     */
    public record Presets(
            @DefaultValue("group_call_participant") String audio,
            @DefaultValue("group_call_participant") String video) {

        public Presets {
            requireName("audio", audio);
            requireName("video", video);
        }

        private static void requireName(String media, String preset) {
            if (preset.isBlank()) {
                throw new IllegalArgumentException("ringline.meetings.presets." + media + " is empty");
            }
        }
    }
}
