package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** A fact about a call's meeting at the media provider, told by meeting-provisioner on {@link Topics#MEETING_EVENTS}. */
public sealed interface MeetingEvent extends Event {

    String callId();

    @Override
    default String subject() {
        return callId();
    }

    @Override
    default String key() {
        return callId();
    }

    /** The meeting of a call exists and both participants have a token, sealed to call-service. */
    record MeetingProvisioned(
            String callId, long sequence, String meetingId, Media media, List<ProvisionedParticipant> participants)
            implements MeetingEvent {

        public MeetingProvisioned {
            requireNonNull(callId, "callId");
            requireNonNull(meetingId, "meetingId");
            requireNonNull(media, "media");
            participants = List.copyOf(participants);
        }
    }

    /** No meeting could be had for the call; it was given up. */
    record MeetingProvisioningFailed(String callId, long sequence, String reason) implements MeetingEvent {

        public MeetingProvisioningFailed {
            requireNonNull(callId, "callId");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * A participant's app entered the meeting: evidence of media.
     *
     * @param sessionId the provider's run of the meeting; calls of the same pair may share one
     * @param peerId one presence of the participant in the session
     * @param joinedAt by the provider's clock
     */
    record ParticipantJoined(
            String callId,
            long sequence,
            String meetingId,
            String sessionId,
            String userId,
            String peerId,
            Instant joinedAt,
            Instant at)
            implements MeetingEvent {

        public ParticipantJoined {
            requireNonNull(callId, "callId");
            requireNonNull(meetingId, "meetingId");
            requireNonNull(sessionId, "sessionId");
            requireNonNull(userId, "userId");
            requireNonNull(peerId, "peerId");
            requireNonNull(joinedAt, "joinedAt");
            requireNonNull(at, "at");
        }
    }

    /**
     * A participant's app is out of the meeting.
     *
     * @param peerId the presence that ended; another of the same participant may go on
     * @param joinedAt when that presence began, by the provider's clock: it tells whose call it was
     */
    record ParticipantLeft(
            String callId,
            long sequence,
            String meetingId,
            String sessionId,
            String userId,
            String peerId,
            Instant joinedAt,
            Instant at)
            implements MeetingEvent {

        public ParticipantLeft {
            requireNonNull(callId, "callId");
            requireNonNull(meetingId, "meetingId");
            requireNonNull(sessionId, "sessionId");
            requireNonNull(userId, "userId");
            requireNonNull(peerId, "peerId");
            requireNonNull(joinedAt, "joinedAt");
            requireNonNull(at, "at");
        }
    }

    /** The session is over at the provider, and nobody is in the meeting. */
    record MeetingEnded(String callId, long sequence, String meetingId, String sessionId, String reason, Instant at)
            implements MeetingEvent {

        public MeetingEnded {
            requireNonNull(callId, "callId");
            requireNonNull(meetingId, "meetingId");
            requireNonNull(sessionId, "sessionId");
            requireNonNull(reason, "reason");
            requireNonNull(at, "at");
        }
    }

    /**
     * One side's seat in a meeting.
     *
     * @param sealedToken base64url of the HPKE ciphertext; its context is {@code meetingId\nuserId} in UTF-8
     * @param sealedWith id of the public key that it was sealed to, in decimal
     * @param expiresAt the token's own expiry
     */
    record ProvisionedParticipant(
            String userId, String participantId, String sealedToken, String sealedWith, Instant expiresAt) {

        public ProvisionedParticipant {
            requireNonNull(userId, "userId");
            requireNonNull(participantId, "participantId");
            requireNonNull(sealedToken, "sealedToken");
            requireNonNull(sealedWith, "sealedWith");
            requireNonNull(expiresAt, "expiresAt");
        }
    }
}
