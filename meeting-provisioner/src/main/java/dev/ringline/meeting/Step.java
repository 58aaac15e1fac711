package dev.ringline.meeting;

/** What a provisioning needs done next. */
sealed interface Step {

    record CreateMeeting() implements Step {}

    record AddParticipant(String meetingId, String userId) implements Step {}

    record GiveUp(FailureReason reason) implements Step {}

    record CloseMeeting(String meetingId) implements Step {}

    record Nothing() implements Step {}
}
