package dev.ringline.call.mongo;

import java.time.Instant;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** One piece of what happened to a call, as it is stored. */
@Document("timeline")
record TimelineEntryDocument(
        @Id String id,
        String callId,
        Instant at,
        String source,
        String type,
        long sequence,
        Map<String, Object> facts) {}
