package dev.ringline.notification.push.webhook.job;

import static java.util.Objects.requireNonNull;

import dev.ringline.duework.VersionedDocument;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One event for one endpoint: the work, and afterwards what keeps a replay from doing it again.
 *
 * @param id of endpoint and event
 * @param call what is told of a call; absent for a message, and once nothing is left to send
 * @param message what is told of a message; absent for a call, and once nothing is left to send
 * @param attempts how many are over
 * @param deadline when it is given up
 * @param due when to try (again); absent when nothing is left to do
 * @param outcome what became of it, once nothing is left to do
 * @param expiresAt when MongoDB removes it
 */
@Document(WebhookJob.COLLECTION)
record WebhookJob(
        @Id String id,
        long version,
        String endpoint,
        String eventId,
        WebhookEvent.Type type,
        Instant at,
        Data.@Nullable OfCall call,
        Data.@Nullable OfMessage message,
        int attempts,
        Instant deadline,
        @Nullable Instant due,
        @Nullable String outcome,
        Instant expiresAt)
        implements VersionedDocument {

    static final String COLLECTION = "webhooks";
    static final String DUE = "due";

    private static final Duration TRIED_FOR = Duration.ofHours(24);

    /** Longer than events and their dead letters are kept. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 12;

    static WebhookJob first(String endpoint, WebhookEvent event, Instant now) {
        return new WebhookJob(
                event.id() + " " + endpoint,
                1,
                endpoint,
                event.id(),
                event.type(),
                event.at(),
                event.data() instanceof Data.OfCall call ? call : null,
                event.data() instanceof Data.OfMessage message ? message : null,
                0,
                now.plus(TRIED_FOR),
                now,
                null,
                now.plus(KEPT));
    }

    WebhookEvent event() {
        Data data = call == null ? requireNonNull(message, "message") : call;
        return new WebhookEvent(eventId, type, at, data);
    }

    /** As it is to be stored after an attempt that ended so. */
    WebhookJob after(PushResult result, Instant now) {
        return switch (result) {
            case PushResult.Failed failed -> again(failed.retryAfter(), now);
            default -> done(result.outcome());
        };
    }

    /** With nothing left to send, and nothing left to tell. */
    WebhookJob done(String how) {
        return new WebhookJob(
                id, version + 1, endpoint, eventId, type, at, null, null, attempts + 1, deadline, null, how, expiresAt);
    }

    private WebhookJob again(@Nullable Duration asked, Instant now) {
        Instant next = now.plus(pause(asked));
        return next.isBefore(deadline)
                ? new WebhookJob(
                        id,
                        version + 1,
                        endpoint,
                        eventId,
                        type,
                        at,
                        call,
                        message,
                        attempts + 1,
                        deadline,
                        next,
                        null,
                        expiresAt)
                : done("expired");
    }

    private Duration pause(@Nullable Duration asked) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, attempts));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }
}
