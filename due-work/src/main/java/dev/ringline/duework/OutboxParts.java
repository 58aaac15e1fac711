package dev.ringline.duework;

import dev.ringline.messaging.EventPublisher;

/** What every outbox of a service shares. */
record OutboxParts(EventPublisher publisher, OutboxMetrics metrics) {}
