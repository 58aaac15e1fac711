package dev.ringline.meeting;

import dev.ringline.meeting.Patience.Deadlines;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.meetings.*}: how meetings are made, and how long is tried.
 *
 * @param giveUpAfterDial how long after the dial a meeting is still tried for while the call rings
 * @param giveUpBeforeRingEnds how long before the end of the ring it is given up, so that this can be told as its reason
 * @param giveUpAfterAnswer how long an answered call is tried for; less than call-service waits for the meeting
 * @param keepProvisionings how long what is known of a call is kept after its end; longer than the day for which closing
 *     its meeting is tried
 */
@ConfigurationProperties("ringline.meetings")
public record MeetingsProperties(
        @DefaultValue Presets presets,
        @DefaultValue("15s") Duration giveUpAfterDial,
        @DefaultValue("3s") Duration giveUpBeforeRingEnds,
        @DefaultValue("4s") Duration giveUpAfterAnswer,
        @DefaultValue("40d") Duration keepProvisionings) {

    public MeetingsProperties {
        within("give-up-after-dial", giveUpAfterDial, Duration.ofSeconds(2), Duration.ofSeconds(60));
        within("give-up-before-ring-ends", giveUpBeforeRingEnds, Duration.ZERO, Duration.ofSeconds(4));
        within("give-up-after-answer", giveUpAfterAnswer, Duration.ofSeconds(1), Duration.ofSeconds(14));
        within("keep-provisionings", keepProvisionings, Duration.ofDays(2), Duration.ofDays(400));
    }

    Deadlines deadlines() {
        return new Deadlines(giveUpAfterDial, giveUpBeforeRingEnds, giveUpAfterAnswer);
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "ringline.meetings.%s: %s (expected: %s to %s)".formatted(name, value, least, most));
        }
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

        /** The name of the preset for calls of this kind. */
        public String of(MeetingMedia media) {
            return switch (media) {
                case AUDIO -> audio;
                case VIDEO -> video;
            };
        }

        private static void requireName(String media, String preset) {
            if (preset.isBlank()) {
                throw new IllegalArgumentException("ringline.meetings.presets." + media + " is empty");
            }
        }
    }
}
