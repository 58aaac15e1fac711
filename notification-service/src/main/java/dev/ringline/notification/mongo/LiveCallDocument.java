package dev.ringline.notification.mongo;

import dev.ringline.notification.LiveCall;
import dev.ringline.notification.LiveCall.End;
import dev.ringline.notification.LiveCall.Side;
import dev.ringline.notification.LiveCall.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A live call as it is stored; what does not apply is absent.
 *
 * @param knownTo the users whose snapshots may show it
 * @param expiresAt when MongoDB removes it
 */
@Document("liveCalls")
record LiveCallDocument(
        @Id String callId,
        long version,
        long sequence,
        Status status,
        String phase,
        String media,
        Side caller,
        Side callee,
        String conversationId,
        boolean silent,
        List<String> knownTo,
        @Nullable Instant ringDeadline,
        @Nullable Boolean waiting,
        @Nullable End end,
        Instant at,
        @Nullable Instant expiresAt) {

    /** Longer than Kafka keeps events, so that no replay of a beginning can revive a call that is over. */
    private static final Duration RETENTION = Duration.ofDays(8);

    static LiveCallDocument of(LiveCall call) {
        End end = call.end();
        return new LiveCallDocument(
                call.callId(),
                call.version(),
                call.sequence(),
                call.status(),
                call.phase(),
                call.media(),
                call.caller(),
                call.callee(),
                call.conversationId(),
                call.silent(),
                call.knownTo(),
                call.ringDeadline(),
                call.waiting(),
                end,
                call.at(),
                end == null ? null : end.at().plus(RETENTION));
    }

    LiveCall toCall() {
        return new LiveCall(
                callId,
                version,
                sequence,
                status,
                phase,
                media,
                caller,
                callee,
                conversationId,
                silent,
                ringDeadline,
                waiting,
                end,
                at);
    }
}
