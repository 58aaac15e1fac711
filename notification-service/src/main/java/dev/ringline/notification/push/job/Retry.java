package dev.ringline.notification.push.job;

import dev.ringline.notification.push.PushKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to try again: soon for what is soon of no use, later and later for what is not. */
final class Retry {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST_WHILE_IT_RINGS = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 12;

    private Retry() {}

    /**
     * The time of the next attempt.
     *
     * @param asked by the push service
     */
    static Instant after(Task task, @Nullable Duration asked, Instant now) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, task.attempts() - 1)));
        Duration longest = task.kind() == PushKind.MISSED ? LONGEST : LONGEST_WHILE_IT_RINGS;
        Duration pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    }
}
