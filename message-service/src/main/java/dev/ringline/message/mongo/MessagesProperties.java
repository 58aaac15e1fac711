package dev.ringline.message.mongo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code ringline.messages.*}.
 *
 * @param keep how long messages are kept after the end of their call; absent: for good. Not shorter than calls' events
 *     and dead letters live, or a replay would write a deleted message anew
 */
@ConfigurationProperties("ringline.messages")
record MessagesProperties(@Nullable Duration keep) {

    private static final Duration SHORTEST = Duration.ofDays(40);
    private static final Duration LONGEST = Duration.ofDays(3_650);

    MessagesProperties {
        if (keep != null && (keep.compareTo(SHORTEST) < 0 || keep.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "ringline.messages.keep: %s (expected: %s to %s, or absent)".formatted(keep, SHORTEST, LONGEST));
        }
    }
}
