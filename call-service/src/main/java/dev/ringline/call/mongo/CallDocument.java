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
 * @param participants who may see the call in his history: both users, or the caller alone if it is silent
 * @param between the two users in order, for good
 * @param state {@code RINGING}, {@code ONGOING} or {@code ENDED}
 * @param status what the world calls it, to filter by
 * @param phase the finer step, to count by
 * @param missedAt when the callee missed it, if he did and is to be told
 * @param heard the provisioner's latest word, by its sequence
 * @param pairKey unique; present while the call is live
 * @param occupies unique per user; whom the call occupies while it is live
 * @param dials unique by key; absent rather than empty
 * @param nextDeadline when time decides next; present while the call is live
 * @param leaseDue when a lease asks for a decision; present while one can
 * @param followUpDue when to look after calls that ring for either party; present while that is to be done
 */
@Document("calls")
record CallDocument(
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
        PresencePart caller,
        @Nullable PresencePart callee,
        String state,
        String status,
        String phase,
        @Nullable RingingPart ringing,
        @Nullable AnswerPart answer,
        @Nullable OngoingPart ongoing,
        @Nullable Instant connectedAt,
        @Nullable EndingPart ending,
        @Nullable Instant missedAt,
        @Nullable MeetingPart meeting,
        long heard,
        @Nullable Pair pairKey,
        @Nullable List<String> occupies,
        @Nullable List<DialPart> dials,
        @Nullable Instant nextDeadline,
        @Nullable Instant leaseDue,
        @Nullable Instant followUpDue)
        implements VersionedDocument {

    record PresencePart(
            String device,
            Instant aliveUntil,
            String media,
            @Nullable List<PeerPart> peers,
            @Nullable AbsencePart absence) {}

    record AbsencePart(Instant alone, Instant together) {}

    record PeerPart(String peerId, String sessionId, Instant joinedAt) {}

    record RingingPart(
            Instant answerableUntil,
            List<String> alertingDevices,
            boolean waiting,
            String reach,
            @Nullable Instant pretendAt) {}

    record AnswerPart(Instant at, String byDevice) {}

    record OngoingPart(
            Instant meetingBy,
            Instant connectBy,
            Instant endsAt,
            @Nullable Instant askedAt) {}

    record EndingPart(
            String reason,
            Instant at,
            @Nullable String by,
            @Nullable String byDevice) {}

    record MeetingPart(String meetingId, List<SeatPart> seats) {}

    record SeatPart(String userId, String participantId, String sealedToken, String sealedWith, Instant expiresAt) {}

    record DialPart(String key, String request) {}

    /** The two users in order. A sub-document, because ids may hold any separator. */
    record Pair(String a, String b) {

        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }
}
