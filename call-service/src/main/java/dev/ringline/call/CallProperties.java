package dev.ringline.call;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.calls.*}.
 *
 * @param trustConversationId whether a conversation id that the caller names is believed
 */
@ConfigurationProperties("ringline.calls")
public record CallProperties(
        @DefaultValue Timers timers, @DefaultValue("false") boolean trustConversationId) {

    /** The shortest ring that anybody may ask for. */
    public static final Duration SHORTEST_RING = Duration.ofSeconds(5);

    /** The longest ring that anybody may ask for. */
    public static final Duration LONGEST_RING = Duration.ofSeconds(60);

    /**
     * {@code ringline.calls.timers.*}.
     *
     * @param ring how long a call rings when the dial does not say
     * @param answerGrace how long after the ring deadline an answer is still taken
     * @param meetingWait how long after the answer the meeting may take
     * @param maxDuration the longest call, from the answer
     */
    public record Timers(
            @DefaultValue("30s") Duration ring,
            @DefaultValue("1500ms") Duration answerGrace,
            @DefaultValue("5s") Duration meetingWait,
            @DefaultValue("4h") Duration maxDuration) {

        public Timers {
            within("ring", ring, SHORTEST_RING, LONGEST_RING);
            within("answer-grace", answerGrace, Duration.ZERO, Duration.ofSeconds(5));
            within("meeting-wait", meetingWait, Duration.ofSeconds(1), Duration.ofSeconds(15));
            within("max-duration", maxDuration, Duration.ofSeconds(10), Duration.ofHours(24));
        }

        private static void within(String name, Duration value, Duration least, Duration most) {
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "ringline.calls.timers.%s: %s (expected: %s to %s)".formatted(name, value, least, most));
            }
        }
    }
}
