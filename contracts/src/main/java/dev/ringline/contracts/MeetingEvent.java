package dev.ringline.contracts;

/** A fact about a call's meeting at the media provider, told by meeting-provisioner on {@link Topics#MEETING_EVENTS}. */
public sealed interface MeetingEvent extends Event permits MeetingProvisioned, MeetingProvisioningFailed {

    String callId();

    @Override
    default String subject() {
        return callId();
    }

    @Override
    default String key() {
        return callId();
    }
}
