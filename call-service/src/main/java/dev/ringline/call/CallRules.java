package dev.ringline.call;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.Call.Parties;
import dev.ringline.call.Call.Side;
import dev.ringline.call.CallCommand.AcceptMeeting;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallCommand.Alert;
import dev.ringline.call.CallCommand.Answer;
import dev.ringline.call.CallCommand.DeadlinePassed;
import dev.ringline.call.CallCommand.Decline;
import dev.ringline.call.CallCommand.End;
import dev.ringline.call.CallCommand.GiveUpMeeting;
import dev.ringline.call.CallCommand.GiveWay;
import dev.ringline.call.CallCommand.Redial;
import dev.ringline.call.CallState.Ended;
import dev.ringline.call.CallState.Ending;
import dev.ringline.call.CallState.Ongoing;
import dev.ringline.call.CallState.Ringing;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Decision.Refusal;
import dev.ringline.call.Decision.Refused;
import dev.ringline.call.Decision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command does to a call. Pure: the same call, command and time give the same decision.
 *
 * <p>What each state does with each command:
 *
 * <ul>
 *   <li>Ringing: an alert is noted once per device; the callee's answer makes it Ongoing; decline, end and the deadline end
 *       it, and so does an answer of the caller to another call; a dial of the callee back to the caller (glare) is an
 *       answer; the meeting is stored; without a meeting it fails.
 *   <li>Ongoing: a repeated answer of the answering device is the same answer, any other device is too late; either side's
 *       end is a hang-up; the deadline ends it, as failed when the meeting is still missing.
 *   <li>Ended: nothing changes; whoever meant to stop has what he wanted, whoever meant to talk is refused.
 * </ul>
 */
public final class CallRules {

    private final CallProperties.Timers timers;

    CallRules(CallProperties.Timers timers) {
        this.timers = timers;
    }

    /**
     * What a dial asks for.
     *
     * @param ring absent: the configured ring time
     * @param dial the idempotency key, if the caller gave one
     */
    public record DialRequest(
            Actor caller,
            String calleeId,
            String conversationId,
            Media media,
            @Nullable Duration ring,
            @Nullable Dial dial) {

        Parties parties() {
            return new Parties(caller.userId(), calleeId, conversationId);
        }
    }

    /** A new call that begins to ring. */
    Accepted ring(String callId, DialRequest request, Instant now) {
        Instant deadline = now.plus(request.ring() == null ? timers.ring() : request.ring());
        Ringing ringing = new Ringing(deadline.plus(timers.answerGrace()), List.of());
        return Accepted.of(newCall(callId, request, now, deadline).in(ringing), new CallFact.Initiated());
    }

    /** A new call that is over at once because the callee is in another call: nothing rings. */
    Accepted bornBusy(String callId, DialRequest request, Instant now) {
        Ended busy = new Ended(null, Ending.bySystem(EndReason.BUSY, now));
        return Accepted.of(newCall(callId, request, now, now).in(busy), new CallFact.Ended());
    }

    /** What the command does to the call. */
    public Decision decide(Call call, CallCommand command, Instant now) {
        if (isOfWrongSide(call, command)) {
            return new Refused(Refusal.WRONG_SIDE, call);
        }
        if (command instanceof Redial redial && call.contradicts(redial.dial())) {
            return new Refused(Refusal.IDEMPOTENCY_KEY_REUSED, call);
        }
        return switch (call.state()) {
            case Ringing ringing -> whileRinging(call, ringing, command, now);
            case Ongoing ongoing -> whileOngoing(call, ongoing, command, now);
            case Ended _ -> afterEnd(call, command);
        };
    }

    /** Only the callee's devices can ring, answer or decline. */
    private static boolean isOfWrongSide(Call call, CallCommand command) {
        return switch (command) {
            case Alert(Actor actor) -> call.sideOf(actor.userId()) == Side.CALLER;
            case Answer(Actor actor) -> call.sideOf(actor.userId()) == Side.CALLER;
            case Decline(Actor actor) -> call.sideOf(actor.userId()) == Side.CALLER;
            case End _, Redial _, GiveWay _, DeadlinePassed _, AcceptMeeting _, GiveUpMeeting _ -> false;
        };
    }

    private Decision whileRinging(Call call, Ringing ringing, CallCommand command, Instant now) {
        return switch (command) {
            case Alert(Actor actor) -> alert(call, ringing, actor, now);
            case Answer(Actor actor) -> answer(call, actor, now);
            case Decline(Actor actor) -> over(call, ringing.ended(Ending.by(actor, EndReason.DECLINED, now)));
            case End(Actor actor) -> over(call, ringing.ended(Ending.by(actor, stopReason(call, actor), now)));
            case Redial redial -> redialWhileRinging(call, redial, now);
            case GiveWay(Actor actor) -> giveWay(call, ringing, actor, now);
            case DeadlinePassed _ when now.isBefore(ringing.answerableUntil()) -> new Unchanged(call);
            case DeadlinePassed _ -> over(call, ringing.ended(Ending.bySystem(EndReason.NO_ANSWER, now)));
            case AcceptMeeting(Meeting meeting) -> accept(call, meeting, now);
            case GiveUpMeeting _ when call.meeting() != null -> new Unchanged(call);
            case GiveUpMeeting _ -> over(call, ringing.ended(Ending.bySystem(EndReason.PROVISIONING_FAILED, now)));
        };
    }

    private Decision whileOngoing(Call call, Ongoing ongoing, CallCommand command, Instant now) {
        return switch (command) {
            case Alert _ -> new Unchanged(call);
            case Answer(Actor actor) when call.isHeldBy(actor) -> new Unchanged(call);
            case Answer _ -> new Refused(Refusal.ANSWERED_ELSEWHERE, call);
            case Decline _ -> new Refused(Refusal.CALL_ANSWERED, call);
            case End(Actor actor) -> over(call, ongoing.ended(Ending.by(actor, EndReason.HANGUP, now)));
            case Redial redial -> remember(call, redial);
            case GiveWay _ -> new Unchanged(call);
            case DeadlinePassed _ -> deadlineWhileOngoing(call, ongoing, now);
            case AcceptMeeting(Meeting meeting) -> accept(call, meeting, now);
            case GiveUpMeeting _ when call.meeting() != null -> new Unchanged(call);
            case GiveUpMeeting _ -> over(call, ongoing.ended(Ending.bySystem(EndReason.PROVISIONING_FAILED, now)));
        };
    }

    private static Decision afterEnd(Call call, CallCommand command) {
        return switch (command) {
            case Answer _, Redial _ -> new Refused(Refusal.CALL_ENDED, call);
            case Alert _, Decline _, End _, GiveWay _, DeadlinePassed _, AcceptMeeting _, GiveUpMeeting _ ->
                new Unchanged(call);
        };
    }

    private static Decision alert(Call call, Ringing ringing, Actor actor, Instant now) {
        return ringing.takesNotice(actor.deviceId())
                ? Accepted.of(
                        call.in(ringing.alertedBy(actor.deviceId())), new CallFact.Alerting(actor.deviceId(), now))
                : new Unchanged(call);
    }

    private Accepted answer(Call call, Actor actor, Instant now) {
        Ongoing ongoing = new Ongoing(
                new CallState.Answer(now, actor.deviceId()),
                now.plus(timers.meetingWait()),
                now.plus(timers.maxDuration()));
        return Accepted.of(call.in(ongoing), new CallFact.Answered());
    }

    private Decision redialWhileRinging(Call call, Redial redial, Instant now) {
        return switch (call.sideOf(redial.actor().userId())) {
            case CALLER -> remember(call, redial);
            case CALLEE ->
                answer(call.with(call.media().lesser(redial.media())).with(redial.dial()), redial.actor(), now);
        };
    }

    /** Only a dial gives way; a call that rings for the actor does not occupy him. */
    private static Decision giveWay(Call call, Ringing ringing, Actor actor, Instant now) {
        return switch (call.sideOf(actor.userId())) {
            case CALLER -> over(call, ringing.ended(Ending.by(actor, EndReason.CALLER_CANCELLED, now)));
            case CALLEE -> new Unchanged(call);
        };
    }

    private static Decision remember(Call call, Redial redial) {
        Call next = call.with(redial.dial());
        return next == call ? new Unchanged(call) : Accepted.of(next);
    }

    private static Decision deadlineWhileOngoing(Call call, Ongoing ongoing, Instant now) {
        if (!now.isBefore(ongoing.endsAt())) {
            return over(call, ongoing.ended(Ending.bySystem(EndReason.MAX_DURATION, now)));
        }
        if (call.meeting() == null && !now.isBefore(ongoing.meetingBy())) {
            return over(call, ongoing.ended(Ending.bySystem(EndReason.PROVISIONING_FAILED, now)));
        }
        return new Unchanged(call);
    }

    private static Decision accept(Call call, Meeting meeting, Instant now) {
        boolean known = call.meeting() != null && call.meeting().sequence() >= meeting.sequence();
        return known ? new Unchanged(call) : Accepted.of(call.with(meeting), new CallFact.Ready(now));
    }

    private static EndReason stopReason(Call call, Actor actor) {
        return switch (call.sideOf(actor.userId())) {
            case CALLER -> EndReason.CALLER_CANCELLED;
            case CALLEE -> EndReason.DECLINED;
        };
    }

    private static Accepted over(Call call, Ended ended) {
        return Accepted.of(call.in(ended), new CallFact.Ended());
    }

    private static Call newCall(String callId, DialRequest request, Instant now, Instant ringDeadline) {
        return new Call(
                callId,
                0,
                0,
                request.parties(),
                request.media(),
                request.caller().deviceId(),
                now,
                ringDeadline,
                new Ringing(ringDeadline, List.of()),
                null,
                request.dial() == null ? List.of() : List.of(request.dial()));
    }
}
