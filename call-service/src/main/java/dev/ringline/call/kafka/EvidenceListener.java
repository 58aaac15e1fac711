package dev.ringline.call.kafka;

import dev.ringline.call.CallService;
import dev.ringline.call.CallService.UnsettledException;
import dev.ringline.call.Timeline;
import dev.ringline.call.rules.CallCommand;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.GiveUpMeeting;
import dev.ringline.call.rules.CallCommand.NoteDelivery;
import dev.ringline.call.rules.CallCommand.PeerJoined;
import dev.ringline.call.rules.CallCommand.PeerLeft;
import dev.ringline.call.rules.CallCommand.SessionEnded;
import dev.ringline.call.rules.Meeting;
import dev.ringline.call.rules.Meeting.Seat;
import dev.ringline.call.rules.Presence.Peer;
import dev.ringline.contracts.DeliveryEvent.DeliveryReported;
import dev.ringline.contracts.DeliveryEvent.Kind;
import dev.ringline.contracts.DeliveryEvent.Outcome;
import dev.ringline.contracts.Event;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MeetingEvent.MeetingEnded;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import dev.ringline.contracts.MeetingEvent.ParticipantJoined;
import dev.ringline.contracts.MeetingEvent.ParticipantLeft;
import dev.ringline.contracts.MeetingEvent.ProvisionedParticipant;
import dev.ringline.contracts.Topics;
import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.ReceivedEvent;
import java.util.List;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Hands what the provisioner and the notifier tell to the rules, in their words. Repeats change nothing: a call keeps the
 * sequence of the last word it took.
 */
class EvidenceListener {

    private final CallService calls;
    private final Timeline timeline;

    EvidenceListener(CallService calls, Timeline timeline) {
        this.calls = calls;
        this.timeline = timeline;
    }

    @KafkaListener(topics = Topics.MEETING_EVENTS)
    void onMeetingEvent(ReceivedEvent received) {
        Event event = received.event();
        if (event instanceof MeetingEvent told) {
            timeline.note(List.of(EvidenceNotes.of(received.metadata(), told)));
            apply(told.callId(), command(told));
        } else {
            throw ofAnotherTopic(received);
        }
    }

    @KafkaListener(topics = Topics.DELIVERY_EVENTS)
    void onDeliveryEvent(ReceivedEvent received) {
        if (!(received.event() instanceof DeliveryReported report)) {
            throw ofAnotherTopic(received);
        }
        timeline.note(List.of(EvidenceNotes.of(received.metadata(), report)));
        if (report.kind() == Kind.RING) {
            boolean reachedNobody = report.outcome() == Outcome.FAILED || report.outcome() == Outcome.NO_DEVICE;
            apply(report.callId(), new NoteDelivery(reachedNobody));
        }
    }

    private static CallCommand command(MeetingEvent event) {
        return switch (event) {
            case MeetingProvisioned provisioned -> new AcceptMeeting(provisioned.sequence(), meeting(provisioned));
            case MeetingProvisioningFailed failed -> new GiveUpMeeting(failed.sequence());
            case ParticipantJoined joined ->
                new PeerJoined(
                        joined.sequence(),
                        joined.userId(),
                        new Peer(joined.peerId(), joined.sessionId(), joined.joinedAt()));
            case ParticipantLeft left -> new PeerLeft(left.sequence(), left.userId(), left.peerId(), left.at());
            case MeetingEnded ended -> new SessionEnded(ended.sequence(), ended.sessionId(), ended.at());
        };
    }

    /** Being last time and again is trouble of ours, which passes: the record must not be lost to it. */
    private void apply(String callId, CallCommand command) {
        try {
            var _ = calls.apply(callId, command);
        } catch (UnsettledException e) {
            throw new ConcurrencyFailureException("Call " + callId, e);
        }
    }

    private static BrokenRecordException ofAnotherTopic(ReceivedEvent received) {
        return new BrokenRecordException(
                "An event of another topic: " + received.metadata().type());
    }

    private static Meeting meeting(MeetingProvisioned event) {
        return new Meeting(
                event.meetingId(),
                event.participants().stream().map(EvidenceListener::seat).toList());
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
