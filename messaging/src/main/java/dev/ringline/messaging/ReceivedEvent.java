package dev.ringline.messaging;

import dev.ringline.contracts.Event;

/** What a listener gets: an event of a type and version that this release knows. */
public record ReceivedEvent(EventMetadata metadata, Event event) {}
