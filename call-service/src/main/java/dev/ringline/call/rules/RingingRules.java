package dev.ringline.call.rules;

import dev.ringline.call.rules.Call.Side;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Alert;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.CalleeBusy;
import dev.ringline.call.rules.CallCommand.Close;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.Decline;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.FollowedUp;
import dev.ringline.call.rules.CallCommand.GiveUpMeeting;
import dev.ringline.call.rules.CallCommand.GiveWay;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallCommand.LeaseLapsed;
import dev.ringline.call.rules.CallCommand.NoteDelivery;
import dev.ringline.call.rules.CallCommand.OfMeeting;
import dev.ringline.call.rules.CallCommand.PeerJoined;
import dev.ringline.call.rules.CallCommand.PeerLeft;
import dev.ringline.call.rules.CallCommand.Redial;
import dev.ringline.call.rules.CallCommand.SessionEnded;
import dev.ringline.call.rules.CallCommand.Supersede;
import dev.ringline.call.rules.CallState.Ended;
import dev.ringline.call.rules.CallState.Ending;
import dev.ringline.call.rules.CallState.Limits;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.CallState.Reach;
import dev.ringline.call.rules.CallState.Ringing;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.rules.Decision.Ignored;
import dev.ringline.call.rules.Decision.Refusal;
import dev.ringline.call.rules.Decision.Refused;
import dev.ringline.call.rules.Decision.Unchanged;
import dev.ringline.call.rules.Decision.Why;
import dev.ringline.call.rules.Presence.MediaReport;
import java.time.Instant;

/**
 * What a ringing call does: the callee's answer, or his own dial back, makes it ongoing; everything else that decides ends
 * it.
 */
final class RingingRules {

    private final Timers timers;

    RingingRules(Timers timers) {
        this.timers = timers;
    }

    Decision decide(Call call, Ringing ringing, CallCommand command, Instant now) {
        return switch (command) {
            case Alert(Actor actor) -> alert(call, ringing, actor, now);
            case Answer(Actor actor) -> answer(call, actor, now);
            case Decline(Actor actor) -> over(call, ringing, Ending.by(actor, EndReason.DECLINED, now));
            case End(Actor actor) -> over(call, ringing, Ending.by(actor, stopReason(call, actor), now));
            case Heartbeat heartbeat -> heartbeat(call, heartbeat, now);
            case Redial redial -> redial(call, redial, now);
            case GiveWay(Actor actor) -> giveWay(call, ringing, actor, now);
            case DeadlinePassed _ -> deadline(call, ringing, now);
            case LeaseLapsed lapsed -> lease(call, ringing, lapsed, now);
            case OfMeeting word ->
                MeetingRules.overtaken(call, word).orElseGet(() -> meeting(call, ringing, word, now));
            case NoteDelivery(boolean reachedNobody) -> delivered(call, ringing, reachedNobody);
            case CalleeBusy(boolean mayWait) -> calleeBusy(call, ringing, mayWait, now);
            case Supersede _ when call.silent() -> over(call, ringing, Ending.bySystem(EndReason.NO_ANSWER, now));
            case Supersede _, FollowedUp _ -> new Unchanged(call);
            case Close(EndReason reason) -> over(call, ringing, Ending.bySystem(reason, now));
        };
    }

    private static Decision alert(Call call, Ringing ringing, Actor actor, Instant now) {
        return ringing.takesNotice(actor.deviceId())
                ? Accepted.of(call.in(ringing.alertedBy(actor.deviceId())), new Fact.Alerting(actor.deviceId(), now))
                : new Unchanged(call);
    }

    private Accepted answer(Call call, Actor actor, Instant now) {
        boolean callerSeen = call.caller().media() != MediaReport.CONNECTING;
        Limits limits = new Limits(
                now.plus(timers.meetingWait()),
                now.plus(callerSeen ? timers.connectAfterEvidence() : timers.connect()),
                now.plus(timers.maxDuration()));
        Ongoing ongoing = new Ongoing(new CallState.Answer(now, actor.deviceId()), limits, null, null, now);
        Presence callee = Presence.of(actor.deviceId(), now.plus(timers.lease()));
        return Accepted.of(call.with(Side.CALLEE, callee).in(ongoing), new Fact.Answered());
    }

    /** Only the device that dialled has anything to renew while it rings. */
    private Decision heartbeat(Call call, Heartbeat heartbeat, Instant now) {
        return call.isHeldBy(heartbeat.actor())
                ? Accepted.of(
                        call.with(Side.CALLER, call.caller().reported(heartbeat.media(), now.plus(timers.lease()))))
                : new Refused(Refusal.MOVED_ELSEWHERE, call);
    }

    /** The caller's dial again is the same call; the callee's dial back (glare) is his answer. */
    private Decision redial(Call call, Redial redial, Instant now) {
        Actor actor = redial.actor();
        return switch (call.sideOf(actor.userId())) {
            case CALLER -> dialledAgain(call, redial, now);
            case CALLEE -> answer(call.with(call.media().lesser(redial.media())).with(redial.dial()), actor, now);
        };
    }

    private Decision dialledAgain(Call call, Redial redial, Instant now) {
        String from = call.caller().device();
        String to = redial.actor().deviceId();
        Presence caller = call.caller().takenOverBy(to, now.plus(timers.lease()));
        Call next = call.with(redial.dial()).with(Side.CALLER, caller);
        return from.equals(to)
                ? Accepted.of(next)
                : Accepted.of(next, new Fact.Moved(redial.actor().userId(), from, to, now));
    }

    /** Only a dial gives way; a call that rings for the actor does not occupy him. */
    private static Decision giveWay(Call call, Ringing ringing, Actor actor, Instant now) {
        return switch (call.sideOf(actor.userId())) {
            case CALLER -> over(call, ringing, Ending.by(actor, EndReason.CALLER_CANCELLED, now));
            case CALLEE -> new Unchanged(call);
        };
    }

    private static Decision deadline(Call call, Ringing ringing, Instant now) {
        if (!now.isBefore(ringing.answerableUntil())) {
            return over(call, ringing, Ending.bySystem(unanswered(call, ringing), now));
        }
        return ringing.pretendAt() == null || now.isBefore(ringing.pretendAt())
                ? new Unchanged(call)
                : Accepted.of(call.in(ringing.pretended()), new Fact.Alerting(null, now));
    }

    /** That nobody could be reached is told only when it is certain, and never of a call that nobody was to hear. */
    private static EndReason unanswered(Call call, Ringing ringing) {
        boolean unreachable = !call.silent() && ringing.alertingDevices().isEmpty() && ringing.reach() == Reach.NONE;
        return unreachable ? EndReason.UNREACHABLE : EndReason.NO_ANSWER;
    }

    private static Decision lease(Call call, Ringing ringing, LeaseLapsed lapsed, Instant now) {
        Instant extendedUntil = lapsed.extendedUntil();
        if (call.caller().isAlive(now)) {
            return new Unchanged(call);
        }
        return extendedUntil != null && extendedUntil.isAfter(now)
                ? Accepted.of(call.with(Side.CALLER, call.caller().aliveUntil(extendedUntil)))
                : over(call, ringing, Ending.bySystem(EndReason.CALLER_CANCELLED, now));
    }

    /** The caller may be in the room before anybody answers; that he left it means nothing yet. */
    private static Decision meeting(Call call, Ringing ringing, OfMeeting word, Instant now) {
        return switch (word) {
            case AcceptMeeting accept -> MeetingRules.accept(call, accept, now);
            case GiveUpMeeting _ when call.meeting() != null -> new Unchanged(call);
            case GiveUpMeeting _ -> over(call, ringing, Ending.bySystem(EndReason.PROVISIONING_FAILED, now));
            case PeerJoined joined
            when MeetingRules.isOfThisCall(call, joined) ->
                Accepted.of(call.heard(joined.sequence())
                        .with(Side.CALLER, call.caller().joinedBy(joined.peer())));
            case PeerJoined _ -> new Ignored(call, Why.OF_ANOTHER_CALL);
            case PeerLeft left
            when call.caller().has(left.peerId()) ->
                Accepted.of(call.heard(left.sequence())
                        .with(Side.CALLER, call.caller().leftBy(left.peerId(), null)));
            case PeerLeft _ -> new Ignored(call, Why.PHANTOM_LEAVE);
            case SessionEnded _ -> new Ignored(call, Why.STILL_ALIVE);
        };
    }

    private static Decision delivered(Call call, Ringing ringing, boolean reachedNobody) {
        boolean stillNobody = reachedNobody && ringing.reach() != Reach.POSSIBLE;
        Reach latest = stillNobody ? Reach.NONE : Reach.POSSIBLE;
        return latest == ringing.reach() ? new Unchanged(call) : Accepted.of(call.in(ringing.reached(latest)));
    }

    private static Decision calleeBusy(Call call, Ringing ringing, boolean mayWait, Instant now) {
        if (call.silent() || (mayWait && ringing.waiting())) {
            return new Unchanged(call);
        }
        return mayWait
                ? Accepted.of(call.in(ringing.whileBusy()), new Fact.Waiting(now))
                : over(call, ringing, Ending.bySystem(EndReason.BUSY, now));
    }

    private static EndReason stopReason(Call call, Actor actor) {
        return switch (call.sideOf(actor.userId())) {
            case CALLER -> EndReason.CALLER_CANCELLED;
            case CALLEE -> EndReason.DECLINED;
        };
    }

    private static Accepted over(Call call, Ringing ringing, Ending ending) {
        Ended ended = ringing.ended(ending);
        return Accepted.of(call.in(ended), new Fact.Ended());
    }
}
