package dev.ringline.call.rules;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long each thing may take. A value out of its range is refused with one sentence that names it.
 *
 * @param ring how long a call rings when the dial does not say
 * @param answerGrace how long after the ring deadline an answer is still taken
 * @param meetingWait how long after the answer the meeting may take
 * @param connect how long after the answer media may take, as long as nobody is seen
 * @param connectAfterEvidence how long after the first side is seen the other may take
 * @param leaveGrace how long a side may be gone
 * @param leaveGraceOfBoth how long both sides may be gone
 * @param heartbeat how often a holding device should be heard of
 * @param lease how long after its last heartbeat a device counts as alive
 * @param evidence how long both devices may be silent before the media plane is asked
 * @param maxDuration the longest call, from the answer
 */
public record Timers(
        Duration ring,
        Duration answerGrace,
        Duration meetingWait,
        Duration connect,
        Duration connectAfterEvidence,
        Duration leaveGrace,
        Duration leaveGraceOfBoth,
        Duration heartbeat,
        Duration lease,
        Duration evidence,
        Duration maxDuration) {

    /** The shortest ring that anybody may ask for. */
    public static final Duration SHORTEST_RING = Duration.ofSeconds(5);

    /** The longest ring that anybody may ask for. */
    public static final Duration LONGEST_RING = Duration.ofSeconds(60);

    public Timers {
        within("ring", ring, SHORTEST_RING, LONGEST_RING);
        within("answer-grace", answerGrace, Duration.ZERO, Duration.ofSeconds(5));
        within("meeting-wait", meetingWait, Duration.ofSeconds(1), Duration.ofSeconds(15));
        within("connect", connect, Duration.ofSeconds(5), Duration.ofMinutes(10));
        within("connect-after-evidence", connectAfterEvidence, Duration.ofSeconds(5), Duration.ofMinutes(10));
        within("leave-grace", leaveGrace, Duration.ofSeconds(1), Duration.ofMinutes(1));
        within("leave-grace-of-both", leaveGraceOfBoth, Duration.ofSeconds(1), Duration.ofMinutes(1));
        within("heartbeat", heartbeat, Duration.ofSeconds(1), Duration.ofMinutes(5));
        within("lease", lease, heartbeat.multipliedBy(2), Duration.ofMinutes(30));
        within("evidence", evidence, Duration.ofSeconds(10), Duration.ofMinutes(30));
        within("max-duration", maxDuration, Duration.ofSeconds(10), Duration.ofHours(24));
    }

    private static void within(String name, @Nullable Duration value, Duration least, Duration most) {
        if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "ringline.calls.timers.%s: %s (expected: %s to %s)".formatted(name, value, least, most));
        }
    }
}
