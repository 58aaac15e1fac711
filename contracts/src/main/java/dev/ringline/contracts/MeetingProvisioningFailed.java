package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

/** No meeting could be had for the call; it was given up. */
public record MeetingProvisioningFailed(String callId, long sequence, String reason) implements MeetingEvent {

    public MeetingProvisioningFailed {
        requireNonNull(callId, "callId");
        requireNonNull(reason, "reason");
    }
}
