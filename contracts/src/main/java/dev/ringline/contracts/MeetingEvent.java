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
