package dev.ringline.messaging;

import java.time.Instant;

/**
 * The envelope of a received event.
 *
 * @param source the service that tells it, {@code /call-service}
 * @param sequence position among the events of this source and subject
 */
public record EventMetadata(String id, String type, String source, String subject, long sequence, Instant time) {}
