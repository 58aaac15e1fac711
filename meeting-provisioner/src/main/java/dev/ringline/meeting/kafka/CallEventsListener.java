package dev.ringline.meeting.kafka;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.Media;
import dev.ringline.contracts.Topics;
import dev.ringline.meeting.CallRequests;
import dev.ringline.meeting.RingingCall;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.ReceivedEvent;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;

/** Follows the calls. It stores what is to be done and returns: a slow provider never holds up a partition. */
public final class CallEventsListener {

    private final CallRequests requests;

    public CallEventsListener(CallRequests requests) {
        this.requests = requests;
    }

    @KafkaListener(id = "calls", idIsGroup = false, topics = Topics.CALL_EVENTS)
    void on(ReceivedEvent received) {
        switch (received.event()) {
            case CallInitiated call ->
                requests.initiated(ringing(call.call(), call.createdAt(), call.ringDeadline()), call.sequence());
            case CallAnswered call -> requests.answered(call.subject(), call.answeredAt(), call.sequence());
            case CallEnded call ->
                requests.ended(ringing(call.call(), call.createdAt(), call.endedAt()), call.sequence());
            case CallEvent _ -> {} // means nothing to a meeting
            default ->
                throw new BrokenRecordException(
                        "No call event: " + received.metadata().type());
        }
    }

    private static RingingCall ringing(CallFacts call, Instant createdAt, Instant ringDeadline) {
        return new RingingCall(
                call.callId(), call.callerId(), call.calleeId(), media(call.media()), createdAt, ringDeadline);
    }

    private static MeetingMedia media(Media media) {
        return switch (media) {
            case AUDIO -> MeetingMedia.AUDIO;
            case VIDEO -> MeetingMedia.VIDEO;
        };
    }
}
