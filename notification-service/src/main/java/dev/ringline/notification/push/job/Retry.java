package dev.ringline.notification.push.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to try again: soon for what is soon of no use, later and later for what is not. */
final class Retry {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST_WHILE_IT_RINGS = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 12;

    /** After so many, a minute is over, and no device rings any more by itself. */
    private static final int ATTEMPTS_TO_SILENCE = 16;

    private Retry() {}

    /**
     * The time of the next attempt.
     *
     * @param asked by the push service
     */
    static Instant after(Task task, @Nullable Duration asked, Instant now) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, task.attempts() - 1)));
        Duration longest = longest(task);
        Duration pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    }

    private static Duration longest(Task task) {
        return switch (task.kind()) {
            case RING, CALL -> LONGEST_WHILE_IT_RINGS;
            case STOP -> task.attempts() < ATTEMPTS_TO_SILENCE ? LONGEST_WHILE_IT_RINGS : LONGEST;
            case MISSED -> LONGEST;
        };
    }
}
