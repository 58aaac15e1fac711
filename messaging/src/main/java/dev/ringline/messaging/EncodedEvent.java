package dev.ringline.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event exactly as it will go on the wire. It is encoded when the decision falls and stored with it, so that an event
 * that cannot be encoded can never be stored.
 *
 * @param id UUIDv7, the same in every repetition of this event
 * @param type name and version, {@code dev.ringline.call.ended.v1}
 * @param traceparent W3C trace context of the request that caused it
 * @param data the JSON body
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
public record EncodedEvent(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        long sequence,
        String topic,
        String key,
        @Nullable String traceparent,
        byte[] data) {}
