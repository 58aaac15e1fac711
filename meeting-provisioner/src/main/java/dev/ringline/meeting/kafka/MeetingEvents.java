package dev.ringline.meeting.kafka;

import dev.ringline.contracts.Media;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import dev.ringline.contracts.MeetingEvent.ProvisionedParticipant;
import dev.ringline.meeting.Announcement;
import dev.ringline.meeting.Announcement.MeetingReady;
import dev.ringline.meeting.Announcement.MeetingRefused;
import dev.ringline.meeting.Progress.Seat;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import java.time.InstantSource;

/** Encodes announcements as they go on the wire. */
public final class MeetingEvents {

    private final EventEncoder encoder;
    private final InstantSource clock;

    public MeetingEvents(EventEncoder encoder, InstantSource clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    /** The event of an announcement that is made now. */
    public EncodedEvent encode(Announcement announcement) {
        return encoder.encode(event(announcement), clock.instant());
    }

    private static MeetingEvent event(Announcement announcement) {
        return switch (announcement) {
            case MeetingReady ready ->
                new MeetingProvisioned(
                        ready.callId(),
                        ready.sequence(),
                        ready.meetingId(),
                        media(ready.media()),
                        ready.seats().stream().map(MeetingEvents::participant).toList());
            case MeetingRefused refused ->
                new MeetingProvisioningFailed(
                        refused.callId(), refused.sequence(), refused.reason().code());
        };
    }

    private static Media media(MeetingMedia media) {
        return switch (media) {
            case AUDIO -> Media.AUDIO;
            case VIDEO -> Media.VIDEO;
        };
    }

    private static ProvisionedParticipant participant(Seat seat) {
        return new ProvisionedParticipant(
                seat.userId(),
                seat.participantId(),
                seat.token().text(),
                seat.token().keyId(),
                seat.expiresAt());
    }
}
