package dev.ringline.duework;

import dev.ringline.messaging.EventPublisher;

/** What an outbox works with. */
record OutboxParts(EventPublisher publisher, OutboxMetrics metrics, EventArchive archive) {

    OutboxParts archivedBy(EventArchive other) {
        return new OutboxParts(publisher, metrics, other);
    }
}
