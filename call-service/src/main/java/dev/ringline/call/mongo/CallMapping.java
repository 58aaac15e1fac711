package dev.ringline.call.mongo;

import static java.util.Objects.requireNonNull;

import dev.ringline.call.Call;
import dev.ringline.call.Call.Dial;
import dev.ringline.call.Call.Parties;
import dev.ringline.call.CallState;
import dev.ringline.call.CallState.Answer;
import dev.ringline.call.CallState.Ended;
import dev.ringline.call.CallState.Ending;
import dev.ringline.call.CallState.Ongoing;
import dev.ringline.call.CallState.Ringing;
import dev.ringline.call.EndReason;
import dev.ringline.call.Media;
import dev.ringline.call.Meeting;
import dev.ringline.call.Meeting.Seat;
import dev.ringline.call.mongo.CallDocument.AnswerPart;
import dev.ringline.call.mongo.CallDocument.DialPart;
import dev.ringline.call.mongo.CallDocument.EndingPart;
import dev.ringline.call.mongo.CallDocument.MeetingPart;
import dev.ringline.call.mongo.CallDocument.OngoingPart;
import dev.ringline.call.mongo.CallDocument.Pair;
import dev.ringline.call.mongo.CallDocument.RingingPart;
import dev.ringline.call.mongo.CallDocument.SeatPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between a call and its document. */
final class CallMapping {

    static final String RINGING = "RINGING";
    static final String ONGOING = "ONGOING";
    static final String ENDED = "ENDED";

    private CallMapping() {}

    static CallDocument toDocument(Call call) {
        Parties parties = call.parties();
        boolean live = call.isLive();
        return new CallDocument(
                call.id(),
                call.version(),
                call.sequence(),
                parties.callerId(),
                parties.calleeId(),
                List.of(parties.callerId(), parties.calleeId()),
                parties.conversationId(),
                call.media().name(),
                call.callerDevice(),
                call.createdAt(),
                call.ringDeadline(),
                nameOf(call.state()),
                ringing(call.state()),
                call.answer().map(CallMapping::answer).orElse(null),
                ongoing(call.state()),
                call.ending().map(CallMapping::ending).orElse(null),
                call.meeting() == null ? null : meeting(call.meeting()),
                live ? Pair.of(parties.callerId(), parties.calleeId()) : null,
                occupies(call),
                dials(call),
                call.nextDeadline().orElse(null));
    }

    static Call toCall(CallDocument stored) {
        return new Call(
                stored.id(),
                stored.version(),
                stored.sequence(),
                new Parties(stored.callerId(), stored.calleeId(), stored.conversationId()),
                Media.valueOf(stored.media()),
                stored.callerDevice(),
                stored.createdAt(),
                stored.ringDeadline(),
                state(stored),
                stored.meeting() == null ? null : meeting(stored.meeting()),
                dials(stored.dials()));
    }

    private static @Nullable List<String> occupies(Call call) {
        return switch (call.state()) {
            case Ringing _ -> List.of(call.parties().callerId());
            case Ongoing _ -> List.of(call.parties().callerId(), call.parties().calleeId());
            case Ended _ -> null;
        };
    }

    private static String nameOf(CallState state) {
        return switch (state) {
            case Ringing _ -> RINGING;
            case Ongoing _ -> ONGOING;
            case Ended _ -> ENDED;
        };
    }

    private static CallState state(CallDocument stored) {
        return switch (stored.state()) {
            case RINGING -> ringing(requireNonNull(stored.ringing(), "ringing"));
            case ONGOING ->
                ongoing(requireNonNull(stored.answer(), "answer"), requireNonNull(stored.ongoing(), "ongoing"));
            case ENDED -> ended(stored.answer(), requireNonNull(stored.ending(), "ending"));
            default ->
                throw new IllegalStateException(
                        "Call %s has the unknown state %s".formatted(stored.id(), stored.state()));
        };
    }

    private static @Nullable RingingPart ringing(CallState state) {
        return state instanceof Ringing(var until, var devices) ? new RingingPart(until, devices) : null;
    }

    private static Ringing ringing(RingingPart part) {
        return new Ringing(part.answerableUntil(), part.alertingDevices());
    }

    private static @Nullable OngoingPart ongoing(CallState state) {
        return state instanceof Ongoing ongoing ? new OngoingPart(ongoing.meetingBy(), ongoing.endsAt()) : null;
    }

    private static Ongoing ongoing(AnswerPart answer, OngoingPart part) {
        return new Ongoing(new Answer(answer.at(), answer.byDevice()), part.meetingBy(), part.endsAt());
    }

    private static AnswerPart answer(Answer answer) {
        return new AnswerPart(answer.at(), answer.byDevice());
    }

    private static EndingPart ending(Ending ending) {
        return new EndingPart(ending.reason().name(), ending.at(), ending.by(), ending.byDevice());
    }

    private static Ended ended(@Nullable AnswerPart answer, EndingPart part) {
        return new Ended(
                answer == null ? null : new Answer(answer.at(), answer.byDevice()),
                new Ending(EndReason.valueOf(part.reason()), part.at(), part.by(), part.byDevice()));
    }

    private static MeetingPart meeting(Meeting meeting) {
        return new MeetingPart(
                meeting.sequence(),
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

    private static Meeting meeting(MeetingPart part) {
        return new Meeting(
                part.sequence(),
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

    private static @Nullable List<DialPart> dials(Call call) {
        return call.dials().isEmpty()
                ? null
                : call.dials().stream()
                        .map(dial -> new DialPart(dial.key(), dial.request()))
                        .toList();
    }

    private static List<Dial> dials(@Nullable List<DialPart> parts) {
        return parts == null
                ? List.of()
                : parts.stream()
                        .map(part -> new Dial(part.key(), part.request()))
                        .toList();
    }
}
