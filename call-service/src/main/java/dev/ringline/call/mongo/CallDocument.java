package dev.ringline.call.mongo;

import dev.ringline.duework.VersionedDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A call as it is stored. Fields that do not apply are absent, because the unique keys must not see them.
 *
 * @param participants both users, for the history
 * @param state {@code RINGING}, {@code ONGOING} or {@code ENDED}
 * @param pairKey unique; present while the call is live
 * @param occupies unique per user; whom the call occupies while it is live
 * @param dials unique by key; absent rather than empty
 * @param nextDeadline when time decides next; present while the call is live
 */
@Document("calls")
record CallDocument(
        @Id String id,
        long version,
        long sequence,
        String callerId,
        String calleeId,
        List<String> participants,
        String conversationId,
        String media,
        String callerDevice,
        Instant createdAt,
        Instant ringDeadline,
        String state,
        @Nullable RingingPart ringing,
        @Nullable AnswerPart answer,
        @Nullable OngoingPart ongoing,
        @Nullable EndingPart ending,
        @Nullable MeetingPart meeting,
        @Nullable Pair pairKey,
        @Nullable List<String> occupies,
        @Nullable List<DialPart> dials,
        @Nullable Instant nextDeadline)
        implements VersionedDocument {

    record RingingPart(Instant answerableUntil, List<String> alertingDevices) {}

    record AnswerPart(Instant at, String byDevice) {}

    record OngoingPart(Instant meetingBy, Instant endsAt) {}

    record EndingPart(
            String reason,
            Instant at,
            @Nullable String by,
            @Nullable String byDevice) {}

    record MeetingPart(long sequence, String meetingId, List<SeatPart> seats) {}

    record SeatPart(String userId, String participantId, String sealedToken, String sealedWith, Instant expiresAt) {}

    record DialPart(String key, String request) {}

    /** The two users in order. A sub-document, because ids may hold any separator. */
    record Pair(String a, String b) {

        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }
}
