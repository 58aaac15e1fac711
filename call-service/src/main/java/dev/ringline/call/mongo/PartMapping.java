package dev.ringline.call.mongo;

import dev.ringline.call.mongo.CallDocument.AbsencePart;
import dev.ringline.call.mongo.CallDocument.AnswerPart;
import dev.ringline.call.mongo.CallDocument.DialPart;
import dev.ringline.call.mongo.CallDocument.EndingPart;
import dev.ringline.call.mongo.CallDocument.MeetingPart;
import dev.ringline.call.mongo.CallDocument.OngoingPart;
import dev.ringline.call.mongo.CallDocument.PeerPart;
import dev.ringline.call.mongo.CallDocument.PresencePart;
import dev.ringline.call.mongo.CallDocument.RingingPart;
import dev.ringline.call.mongo.CallDocument.SeatPart;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.CallState.Answer;
import dev.ringline.call.rules.CallState.Ending;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.CallState.Reach;
import dev.ringline.call.rules.CallState.Ringing;
import dev.ringline.call.rules.EndReason;
import dev.ringline.call.rules.Meeting;
import dev.ringline.call.rules.Meeting.Seat;
import dev.ringline.call.rules.Presence;
import dev.ringline.call.rules.Presence.Absence;
import dev.ringline.call.rules.Presence.MediaReport;
import dev.ringline.call.rules.Presence.Peer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between the parts of a call and those of its document. */
final class PartMapping {

    private PartMapping() {}

    static PresencePart part(Presence presence) {
        List<PeerPart> peers = presence.peers().stream()
                .map(peer -> new PeerPart(peer.peerId(), peer.sessionId(), peer.joinedAt()))
                .toList();
        return new PresencePart(
                presence.device(),
                presence.aliveUntil(),
                presence.media().name(),
                peers.isEmpty() ? null : peers,
                presence.absence() == null ? null : part(presence.absence()));
    }

    static Presence presence(PresencePart part) {
        List<Peer> peers = Objects.requireNonNullElse(part.peers(), List.<PeerPart>of()).stream()
                .map(peer -> new Peer(peer.peerId(), peer.sessionId(), peer.joinedAt()))
                .toList();
        return new Presence(
                part.device(),
                part.aliveUntil(),
                MediaReport.valueOf(part.media()),
                peers,
                part.absence() == null ? null : absence(part.absence()));
    }

    private static AbsencePart part(Absence absence) {
        return new AbsencePart(absence.alone(), absence.together());
    }

    private static Absence absence(AbsencePart part) {
        return new Absence(part.alone(), part.together());
    }

    static RingingPart part(Ringing ringing) {
        return new RingingPart(
                ringing.answerableUntil(),
                ringing.alertingDevices(),
                ringing.waiting(),
                ringing.reach().name(),
                ringing.pretendAt());
    }

    static Ringing ringing(RingingPart part) {
        return new Ringing(
                part.answerableUntil(),
                part.alertingDevices(),
                part.waiting(),
                Reach.valueOf(part.reach()),
                part.pretendAt());
    }

    static AnswerPart part(Answer answer) {
        return new AnswerPart(answer.at(), answer.byDevice());
    }

    static Answer answer(AnswerPart part) {
        return new Answer(part.at(), part.byDevice());
    }

    static OngoingPart part(Ongoing ongoing) {
        return new OngoingPart(
                ongoing.limits().meetingBy(),
                ongoing.limits().connectBy(),
                ongoing.limits().endsAt(),
                ongoing.askedAt());
    }

    static EndingPart part(Ending ending) {
        return new EndingPart(ending.reason().name(), ending.at(), ending.by(), ending.byDevice());
    }

    static Ending ending(EndingPart part) {
        return new Ending(EndReason.valueOf(part.reason()), part.at(), part.by(), part.byDevice());
    }

    static MeetingPart part(Meeting meeting) {
        return new MeetingPart(
                meeting.meetingId(),
                meeting.seats().stream()
                        .map(seat -> new SeatPart(
                                seat.userId(),
                                seat.participantId(),
                                seat.sealedToken(),
                                seat.sealedWith(),
                                seat.expiresAt()))
                        .toList());
    }

    static Meeting meeting(MeetingPart part) {
        return new Meeting(
                part.meetingId(),
                part.seats().stream()
                        .map(seat -> new Seat(
                                seat.userId(),
                                seat.participantId(),
                                seat.sealedToken(),
                                seat.sealedWith(),
                                seat.expiresAt()))
                        .toList());
    }

    static @Nullable List<DialPart> part(List<Dial> dials) {
        return dials.isEmpty()
                ? null
                : dials.stream()
                        .map(dial -> new DialPart(dial.key(), dial.request()))
                        .toList();
    }

    static List<Dial> dials(@Nullable List<DialPart> parts) {
        return Objects.requireNonNullElse(parts, List.<DialPart>of()).stream()
                .map(part -> new Dial(part.key(), part.request()))
                .toList();
    }
}
