package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The meeting of a call exists and both participants have a token, sealed to call-service. */
public record MeetingProvisioned(
        String callId, long sequence, String meetingId, Media media, List<ProvisionedParticipant> participants)
        implements MeetingEvent {

    public MeetingProvisioned {
        requireNonNull(callId, "callId");
        requireNonNull(meetingId, "meetingId");
        requireNonNull(media, "media");
        participants = List.copyOf(participants);
    }
}
