package dev.ringline.call.http;

import dev.ringline.http.OpaqueId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of a dial.
 *
 * @param media absent: audio
 * @param conversationId absent: the conversation of the pair
 * @param ringSeconds absent: the configured ring time
 */
record DialBody(
        @NotNull(message = "is required") @OpaqueId String calleeId,
        @Nullable MediaName media,
        @OpaqueId @Nullable String conversationId,

        @Min(value = SHORTEST, message = "must be at least " + SHORTEST)
        @Max(value = LONGEST, message = "must be at most " + LONGEST)
        @Nullable
        Integer ringSeconds) {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 60;

    @Nullable
    Duration ring() {
        return ringSeconds == null ? null : Duration.ofSeconds(ringSeconds);
    }
}
