package dev.ringline.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * The call that a meeting is for. Ids are the app's own opaque strings, times are UTC.
 *
 * @param ringDeadline when the ring ends; of a call whose end was seen first, that end
 */
public record RingingCall(
        String callId, String callerId, String calleeId, MeetingMedia media, Instant createdAt, Instant ringDeadline) {

    public RingingCall {
        requireNonNull(callId, "callId");
        requireNonNull(callerId, "callerId");
        requireNonNull(calleeId, "calleeId");
        requireNonNull(media, "media");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(ringDeadline, "ringDeadline");
    }

    List<String> users() {
        return List.of(callerId, calleeId);
    }

    /** What the participants of a meeting may send. */
    public enum MeetingMedia {
        AUDIO,
        VIDEO
    }
}
