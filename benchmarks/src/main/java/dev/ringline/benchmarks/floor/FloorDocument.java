package dev.ringline.benchmarks.floor;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** Something of a call's size and variety, stored and shown as it is. */
@Document("floorDocuments")
record FloorDocument(
        @Id String id,
        long version,
        long sequence,
        String callerId,
        String calleeId,
        List<String> participants,
        Pair between,
        String conversationId,
        String media,
        boolean silent,
        Instant createdAt,
        Instant ringDeadline,
        Side caller,
        Side callee,
        String state,
        String status,
        String phase,
        Instant answeredAt,
        Instant endedAt) {

    record Pair(String a, String b) {}

    record Side(String device, Instant aliveUntil, String media) {}

    static FloorDocument number(int number) {
        Instant now = Instant.ofEpochSecond(1_700_000_000L + number);
        String caller = "caller-" + number;
        String callee = "callee-" + number;
        return new FloorDocument(
                "document-" + number,
                4,
                3,
                caller,
                callee,
                List.of(caller, callee),
                new Pair(callee, caller),
                "conversation-" + number,
                "VIDEO",
                false,
                now,
                now.plusSeconds(30),
                new Side(caller + "-phone", now.plusSeconds(45), "CONNECTED"),
                new Side(callee + "-phone", now.plusSeconds(45), "CONNECTED"),
                "ENDED",
                "COMPLETED",
                "ENDED",
                now.plusSeconds(4),
                now.plusSeconds(60));
    }
}
