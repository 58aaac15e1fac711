package dev.ringline.meeting;

import java.time.Instant;

/**
 * The media plane, as far as provisioning needs it. No request outlives {@code until}. None is idempotent by itself: a
 * repeated creation makes a second one.
 */
public interface MeetingProvider {

    /** Makes a meeting whose title names the call. The value is its id. */
    ProviderOutcome<String> createMeeting(String callId, Instant until);

    ProviderOutcome<NewParticipant> addParticipant(String meetingId, String userId, MeetingMedia media, Instant until);

    /** Makes the meeting refuse whoever wants to join. The value is its id. */
    ProviderOutcome<String> closeMeeting(String meetingId, Instant until);
}
