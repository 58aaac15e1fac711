package dev.ringline.benchmarks.rival;

import dev.ringline.duework.VersionedDocument;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Something with the size of a call. */
@Document("things")
record ThingDocument(
        @Id String id,
        long version,
        String callerId,
        String calleeId,
        List<String> participants,
        String conversationId,
        String media,
        Instant createdAt,
        Instant ringDeadline,
        Side caller,
        Side callee,
        String state)
        implements VersionedDocument {

    record Side(String device, Instant aliveUntil, String media) {}

    static ThingDocument create(String id, Instant now) {
        return new ThingDocument(
                id,
                1,
                "caller-" + id,
                "callee-" + id,
                List.of("caller-" + id, "callee-" + id),
                "conversation-" + id,
                "VIDEO",
                now,
                now.plusSeconds(30),
                new Side("phone", now.plusSeconds(45), "UNKNOWN"),
                new Side("tablet", now.plusSeconds(45), "UNKNOWN"),
                "RINGING");
    }

    ThingDocument answered() {
        return new ThingDocument(
                id,
                version + 1,
                callerId,
                calleeId,
                participants,
                conversationId,
                media,
                createdAt,
                ringDeadline,
                caller,
                callee,
                "ONGOING");
    }
}
