package dev.ringline.meeting;

import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.Announcement.MeetingReady;
import dev.ringline.meeting.Announcement.MeetingRefused;
import dev.ringline.meeting.Patience.Deadlines;
import dev.ringline.meeting.Progress.Gathering;
import dev.ringline.meeting.Progress.GivenUp;
import dev.ringline.meeting.Progress.Over;
import dev.ringline.meeting.Progress.Provisioned;
import dev.ringline.meeting.Progress.Requested;
import dev.ringline.meeting.Progress.Seat;
import dev.ringline.meeting.Provisioning.Step.AddParticipant;
import dev.ringline.meeting.Provisioning.Step.CloseMeeting;
import dev.ringline.meeting.Provisioning.Step.CreateMeeting;
import dev.ringline.meeting.Provisioning.Step.GiveUp;
import dev.ringline.meeting.Provisioning.Step.Nothing;
import dev.ringline.meeting.Provisionings.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The provisioning of one call: the rules. Every method decides and returns the change to be stored; none acts.
 *
 * <p>Whatever the provider made is known here before the next request, so that work goes on where it stopped. A meeting
 * that turns up when it is no longer wanted (the call ended meanwhile, another replica made one too) is closed.
 *
 * @param toClose meetings that must be made inactive
 * @param giveUpAt when it is too late for a meeting, as was decided when the call rang or was answered
 */
public record Provisioning(
        RingingCall call,
        Progress progress,
        List<String> toClose,
        Instant giveUpAt,
        Schedule schedule,
        Counters counters) {

    /** How long a step belongs to whoever began it; longer than any request. */
    public static final Duration LEASE = Duration.ofSeconds(5);

    private static final Duration CLOSING = Duration.ofHours(24);

    public Provisioning {
        toClose = List.copyOf(toClose);
    }

    /** The provisioning of a call that rings; empty when its ring is over, for nobody could be helped. */
    public static Optional<Provisioning> requested(RingingCall call, long sequence, Deadlines deadlines, Instant now) {
        return now.isBefore(call.ringDeadline())
                ? Optional.of(new Provisioning(
                        call,
                        new Requested(),
                        List.of(),
                        deadlines.whileRinging(call),
                        Schedule.at(now),
                        Counters.first(sequence)))
                : Optional.empty();
    }

    /** What is remembered of a call whose end was seen before its beginning: it is never provisioned. */
    public static Provisioning over(RingingCall call, long sequence) {
        return new Provisioning(
                call,
                new Over(call.ringDeadline()),
                List.of(),
                call.ringDeadline(),
                Schedule.idle(),
                Counters.first(sequence));
    }

    Step next(Instant now) {
        return switch (progress) {
            case Requested _ when isLate(now) -> giveUp();
            case Gathering _ when isLate(now) -> giveUp();
            case Requested _ -> new CreateMeeting();
            case Gathering gathering -> new AddParticipant(gathering.meetingId(), userLackingIn(gathering));
            case Provisioned _, GivenUp _, Over _ -> closeNext();
        };
    }

    private boolean isLate(Instant now) {
        return !now.isBefore(giveUpAt);
    }

    private Step giveUp() {
        FailureReason known = schedule.lastFailure();
        return new GiveUp(known == null ? FailureReason.TIMED_OUT : known);
    }

    private String userLackingIn(Gathering gathering) {
        return call.users().stream().filter(gathering::lacks).findFirst().orElseThrow();
    }

    private Step closeNext() {
        return toClose.isEmpty() ? new Nothing() : new CloseMeeting(toClose.getFirst());
    }

    /** The callee answered: from now on the answer sets the deadline. */
    Optional<Change> answered(Instant giveUpAt, long sequence) {
        return switch (progress) {
            case Requested _, Gathering _ -> Optional.of(change(givingUpAt(giveUpAt), sequence));
            case Provisioned _, GivenUp _, Over _ -> Optional.empty();
        };
    }

    private Provisioning givingUpAt(Instant giveUpAt) {
        return new Provisioning(call, progress, toClose, giveUpAt, schedule.atTheLatest(giveUpAt), counters);
    }

    /** The call ended: no meeting of it may stay open. */
    Optional<Change> ended(long sequence, Instant now) {
        return switch (progress) {
            case Requested _, GivenUp _ -> Optional.of(change(overWith(toClose, now), sequence));
            case Gathering gathering ->
                Optional.of(change(overWith(toCloseWith(gathering.meetingId()), now), sequence));
            case Provisioned ready -> Optional.of(change(overWith(toCloseWith(ready.meetingId()), now), sequence));
            case Over _ -> Optional.empty();
        };
    }

    private Provisioning overWith(List<String> meetings, Instant now) {
        return new Provisioning(call, new Over(now), meetings, giveUpAt, dueIf(!meetings.isEmpty(), now), counters);
    }

    private List<String> toCloseWith(String meetingId) {
        return Stream.concat(toClose.stream(), Stream.of(meetingId)).distinct().toList();
    }

    Change meetingCreated(String meetingId, Instant now) {
        return switch (progress) {
            case Requested requested -> change(working(requested.created(meetingId), toClose, now));
            case Gathering gathering ->
                change(working(gathering, toCloseBeside(gathering.meetingId(), meetingId), now));
            case Provisioned ready -> change(working(ready, toCloseBeside(ready.meetingId(), meetingId), now));
            case GivenUp _, Over _ -> change(working(progress, toCloseWith(meetingId), now));
        };
    }

    /** Nobody wants a second meeting, but a first one that is told twice is still wanted. */
    private List<String> toCloseBeside(String ours, String meetingId) {
        return ours.equals(meetingId) ? toClose : toCloseWith(meetingId);
    }

    /** A seat of a meeting that is not (or no longer) ours to fill, or that is taken, changes nothing. */
    Optional<Change> participantAdded(String meetingId, Seat seat, Instant now) {
        return switch (progress) {
            case Gathering gathering
            when gathering.meetingId().equals(meetingId) && gathering.lacks(seat.userId()) ->
                Optional.of(seated(gathering.with(seat), now));
            case Gathering _, Requested _, Provisioned _, GivenUp _, Over _ -> Optional.empty();
        };
    }

    private Change seated(Gathering gathering, Instant now) {
        return call.users().stream().anyMatch(gathering::lacks)
                ? change(working(gathering, toClose, now))
                : announce(working(gathering.complete(), toClose, now));
    }

    /** A request for the meeting or a seat failed; it is tried again at {@code retryAt} unless that is too late. */
    Optional<Change> failed(ProviderFailure failure, Instant retryAt, Instant now) {
        return switch (progress) {
            case Requested _, Gathering _ when failure.isFinal() -> givenUp(failure.reason(), now);
            case Requested _, Gathering _ ->
                Optional.of(change(
                        with(schedule.retry(retryAt.isBefore(giveUpAt) ? retryAt : giveUpAt, failure.reason()))));
            case Provisioned _, GivenUp _, Over _ -> Optional.empty();
        };
    }

    /** There will be no meeting; one that is half made is closed. */
    Optional<Change> givenUp(FailureReason reason, Instant now) {
        return switch (progress) {
            case Requested _ -> Optional.of(announce(working(new GivenUp(reason), toClose, now)));
            case Gathering half ->
                Optional.of(announce(working(new GivenUp(reason), toCloseWith(half.meetingId()), now)));
            case Provisioned _, GivenUp _, Over _ -> Optional.empty();
        };
    }

    Change meetingClosed(String meetingId, Instant now) {
        List<String> others =
                toClose.stream().filter(id -> !id.equals(meetingId)).toList();
        return change(working(progress, others, now));
    }

    /** A meeting could not be closed. One that is twice unknown to the provider, or a day old, is let go. */
    Change closingFailed(String meetingId, ProviderFailure failure, Instant retryAt, Instant now) {
        boolean gone = failure instanceof ProviderFailure.NotFound && schedule.lastFailure() == FailureReason.NOT_FOUND;
        return gone || now.isAfter(call.createdAt().plus(CLOSING))
                ? meetingClosed(meetingId, now)
                : change(with(schedule.retry(retryAt, failure.reason())));
    }

    private Provisioning working(Progress progress, List<String> toClose, Instant now) {
        boolean more = !toClose.isEmpty() || progress instanceof Requested || progress instanceof Gathering;
        return new Provisioning(call, progress, toClose, giveUpAt, dueIf(more, now.plus(LEASE)), counters);
    }

    private static Schedule dueIf(boolean more, Instant due) {
        return more ? Schedule.at(due) : Schedule.idle();
    }

    private Provisioning with(Schedule schedule) {
        return new Provisioning(call, progress, toClose, giveUpAt, schedule, counters);
    }

    private Provisioning with(Counters counters) {
        return new Provisioning(call, progress, toClose, giveUpAt, schedule, counters);
    }

    private static Change change(Provisioning next, long seen) {
        return change(next.with(next.counters.saw(seen)));
    }

    private static Change change(Provisioning next) {
        return new Change(next.with(next.counters.changed()), List.of());
    }

    /** The announcement is made from the next state, so that the two cannot disagree. */
    private static Change announce(Provisioning next) {
        Provisioning told = next.with(next.counters.announced().changed());
        return new Change(told, List.of(told.announcement()));
    }

    private Announcement announcement() {
        return switch (progress) {
            case Provisioned ready ->
                new MeetingReady(call.callId(), counters.told(), ready.meetingId(), call.media(), ready.seats());
            case GivenUp refused -> new MeetingRefused(call.callId(), counters.told(), refused.reason());
            case Requested _, Gathering _, Over _ ->
                throw new IllegalStateException("Nothing to announce in " + progress);
        };
    }

    /**
     * When the next step is due.
     *
     * @param due null when there is nothing to do; while somebody works, the time until which the work is his
     * @param failures how many attempts of the present step failed in a row
     * @param lastFailure why the last one did
     */
    public record Schedule(
            @Nullable Instant due, int failures, @Nullable FailureReason lastFailure) {

        static Schedule at(Instant due) {
            return new Schedule(due, 0, null);
        }

        static Schedule idle() {
            return new Schedule(null, 0, null);
        }

        Schedule retry(Instant due, FailureReason failure) {
            return new Schedule(due, failures + 1, failure);
        }

        boolean waits() {
            return failures > 0;
        }

        Schedule atTheLatest(Instant limit) {
            return due != null && due.isAfter(limit) ? new Schedule(limit, failures, lastFailure) : this;
        }
    }

    /**
     * The three numbers of a provisioning.
     *
     * @param seen the highest sequence of the call's own events that took effect here
     * @param told the sequence of our last announcement, 0 before the first
     * @param version +1 with every stored change
     */
    public record Counters(long seen, long told, long version) {

        static Counters first(long seen) {
            return new Counters(seen, 0, 1);
        }

        Counters changed() {
            return new Counters(seen, told, version + 1);
        }

        Counters saw(long sequence) {
            return new Counters(Math.max(seen, sequence), told, version);
        }

        Counters announced() {
            return new Counters(seen, told + 1, version);
        }
    }

    /** What a provisioning needs done next. */
    sealed interface Step {

        record CreateMeeting() implements Step {}

        record AddParticipant(String meetingId, String userId) implements Step {}

        record GiveUp(FailureReason reason) implements Step {}

        record CloseMeeting(String meetingId) implements Step {}

        record Nothing() implements Step {}
    }
}
