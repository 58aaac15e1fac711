package dev.ringline.call.kafka;

import dev.ringline.call.CallCommand;
import dev.ringline.call.CallCommand.AcceptMeeting;
import dev.ringline.call.CallCommand.GiveUpMeeting;
import dev.ringline.call.CallService;
import dev.ringline.call.Meeting;
import dev.ringline.call.Meeting.Seat;
import dev.ringline.call.UnsettledException;
import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.DeliveryEvent;
import dev.ringline.contracts.MeetingEvent.MeetingEnded;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import dev.ringline.contracts.MeetingEvent.ParticipantJoined;
import dev.ringline.contracts.MeetingEvent.ParticipantLeft;
import dev.ringline.contracts.MeetingEvent.ProvisionedParticipant;
import dev.ringline.contracts.MessageEvent;
import dev.ringline.contracts.ProviderEvent;
import dev.ringline.contracts.Topics;
import dev.ringline.contracts.UserEvent;
import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.ReceivedEvent;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.kafka.annotation.KafkaListener;

/** Hands what the provisioner tells to the rules, in their words. Repeats change nothing: a call keeps the sequence. */
class MeetingEventsListener {

    private final CallService calls;

    MeetingEventsListener(CallService calls) {
        this.calls = calls;
    }

    @KafkaListener(topics = Topics.MEETING_EVENTS)
    void on(ReceivedEvent received) {
        switch (received.event()) {
            case MeetingProvisioned provisioned -> apply(provisioned.callId(), new AcceptMeeting(meeting(provisioned)));
            case MeetingProvisioningFailed failed -> apply(failed.callId(), new GiveUpMeeting());
            case ParticipantJoined _, ParticipantLeft _, MeetingEnded _ -> {}
            case CallEvent _, MessageEvent _, DeliveryEvent _, UserEvent _, ProviderEvent _ ->
                throw new BrokenRecordException(
                        "An event of another topic: " + received.metadata().type());
        }
    }

    /** Being last time and again is trouble of ours, which passes: the record must not be lost to it. */
    private void apply(String callId, CallCommand command) {
        try {
            calls.apply(callId, command);
        } catch (UnsettledException e) {
            throw new ConcurrencyFailureException("Call " + callId, e);
        }
    }

    private static Meeting meeting(MeetingProvisioned event) {
        return new Meeting(
                event.sequence(),
                event.meetingId(),
                event.participants().stream().map(MeetingEventsListener::seat).toList());
    }

    private static Seat seat(ProvisionedParticipant participant) {
        return new Seat(
                participant.userId(),
                participant.participantId(),
                participant.sealedToken(),
                participant.sealedWith(),
                participant.expiresAt());
    }
}
