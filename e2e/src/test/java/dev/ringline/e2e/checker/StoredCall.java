package dev.ringline.e2e.checker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is stored.
 *
 * @param events how many events it counts to have told
 * @param span when it did what
 * @param meetingId empty if it never had one
 * @param unfinished the fields that only a call has whose work is not done
 */
public record StoredCall(
        String id,
        String callerId,
        String calleeId,
        long events,
        Span span,
        String meetingId,
        List<String> unfinished) {

    /** @param end empty while it is live */
    public record Span(Instant createdAt, @Nullable Instant answeredAt, Optional<End> end) {}

    public StoredCall {
        unfinished = List.copyOf(unfinished);
    }

    public boolean isLive() {
        return end().isEmpty();
    }

    Set<String> pair() {
        return Set.of(callerId, calleeId);
    }

    Stream<String> users() {
        return Stream.of(callerId, calleeId);
    }

    Optional<End> end() {
        return span.end();
    }
}
