package dev.ringline.call.rules;

import static java.util.Objects.requireNonNull;

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
import dev.ringline.call.rules.CallState.Ending;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.Deadlines.Fatal;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.rules.Decision.Ignored;
import dev.ringline.call.rules.Decision.Refusal;
import dev.ringline.call.rules.Decision.Refused;
import dev.ringline.call.rules.Decision.Unchanged;
import dev.ringline.call.rules.Decision.Why;
import dev.ringline.call.rules.Presence.Absence;
import dev.ringline.call.rules.Presence.MediaReport;
import java.time.Instant;
import java.util.Optional;

/**
 * What an ongoing call does: it lives as long as its two sides do. Each side's holding device and the media plane tell how
 * it is; a side that is gone has a grace to come back.
 */
final class OngoingRules {

    private final Timers timers;

    OngoingRules(Timers timers) {
        this.timers = timers;
    }

    Decision decide(Call call, Ongoing ongoing, CallCommand command, Instant now) {
        return switch (command) {
            case Answer(Actor actor) when call.isHeldBy(actor) -> new Unchanged(call);
            case Answer _ -> new Refused(Refusal.ANSWERED_ELSEWHERE, call);
            case Decline _ -> new Refused(Refusal.CALL_ANSWERED, call);
            case End(Actor actor) -> over(call, ongoing, Ending.by(actor, EndReason.HANGUP, now));
            case Heartbeat heartbeat -> heartbeat(call, ongoing, heartbeat, now);
            case Redial redial -> redial(call, redial, now);
            case DeadlinePassed _ -> missed(call, ongoing, now).orElseGet(() -> new Unchanged(call));
            case LeaseLapsed lapsed -> lease(call, ongoing, lapsed, now);
            case OfMeeting word ->
                MeetingRules.overtaken(call, word).orElseGet(() -> meeting(call, ongoing, word, now));
            case FollowedUp _ when ongoing.followUpDue() != null -> Accepted.of(call.in(ongoing.followedUp()));
            case Close(EndReason reason) -> over(call, ongoing, Ending.bySystem(reason, now));
            case Alert _, GiveWay _, NoteDelivery _, CalleeBusy _, FollowedUp _, Supersede _ -> new Unchanged(call);
        };
    }

    private Decision heartbeat(Call call, Ongoing ongoing, Heartbeat heartbeat, Instant now) {
        if (!call.isHeldBy(heartbeat.actor())) {
            return new Refused(Refusal.MOVED_ELSEWHERE, call);
        }
        Side side = call.sideOf(heartbeat.actor().userId());
        Presence heard = present(call, side).reported(heartbeat.media(), now.plus(timers.lease()));
        return seen(call, ongoing, call.with(side, heard), now);
    }

    /** The app crashed, or the user goes on with another device. */
    private Decision redial(Call call, Redial redial, Instant now) {
        if (redial.dial() != null && call.dials().contains(redial.dial())) {
            return new Unchanged(call);
        }
        Side side = call.sideOf(redial.actor().userId());
        Presence before = present(call, side);
        Presence after = before.takenOverBy(redial.actor().deviceId(), now.plus(timers.lease()));
        Call next = call.with(redial.dial()).with(side, after);
        return before.device().equals(after.device())
                ? Accepted.of(next)
                : Accepted.of(next, new Fact.Moved(redial.actor().userId(), before.device(), after.device(), now));
    }

    private Decision meeting(Call call, Ongoing ongoing, OfMeeting word, Instant now) {
        return switch (word) {
            case AcceptMeeting accept -> MeetingRules.accept(call, accept, now);
            case GiveUpMeeting _ when call.meeting() != null -> new Unchanged(call);
            case GiveUpMeeting _ -> over(call, ongoing, Ending.bySystem(EndReason.PROVISIONING_FAILED, now));
            case PeerJoined joined when MeetingRules.isOfThisCall(call, joined) -> joined(call, ongoing, joined, now);
            case PeerJoined _ -> new Ignored(call, Why.OF_ANOTHER_CALL);
            case PeerLeft left -> left(call, left, now);
            case SessionEnded ended -> sessionEnded(call, ended, now);
        };
    }

    private Decision joined(Call call, Ongoing ongoing, PeerJoined joined, Instant now) {
        Side side = call.sideOf(joined.userId());
        Presence there = present(call, side).joinedBy(joined.peer());
        return seen(call, ongoing, call.heard(joined.sequence()).with(side, there), now);
    }

    private Decision left(Call call, PeerLeft left, Instant now) {
        if (!call.involves(left.userId())
                || !present(call, call.sideOf(left.userId())).has(left.peerId())) {
            return new Ignored(call, Why.PHANTOM_LEAVE);
        }
        Side side = call.sideOf(left.userId());
        Presence after = present(call, side).leftBy(left.peerId(), Absence.from(now, timers));
        return Accepted.of(call.heard(left.sequence()).with(side, after));
    }

    /** A device that is alive knows better than a session that the media plane says is over. */
    private Decision sessionEnded(Call call, SessionEnded ended, Instant now) {
        if (Deadlines.sides(call).noneMatch(side -> side.isInSession(ended.sessionId()))) {
            return new Ignored(call, Why.OF_ANOTHER_CALL);
        }
        if (Deadlines.sides(call).anyMatch(side -> side.isAlive(now))) {
            return new Ignored(call, Why.STILL_ALIVE);
        }
        Call gone = call.heard(ended.sequence());
        for (Side side : Side.values()) {
            if (present(call, side).isInSession(ended.sessionId())) {
                gone = gone.with(side, present(call, side).gone(Absence.from(now, timers)));
            }
        }
        return Accepted.of(gone);
    }

    /** What the evidence in {@code after} means: connected when both are up; the first sight of one hurries the other. */
    private Decision seen(Call before, Ongoing ongoing, Call after, Instant now) {
        if (ongoing.connectedAt() != null) {
            return Accepted.of(after);
        }
        if (after.bothUp()) {
            return Accepted.of(after.in(ongoing.connected(now)), new Fact.Connected(now));
        }
        return isSeen(after) && !isSeen(before)
                ? Accepted.of(after.in(
                        ongoing.limitedBy(ongoing.limits().connectBy(now.plus(timers.connectAfterEvidence())))))
                : Accepted.of(after);
    }

    private static boolean isSeen(Call call) {
        return Deadlines.sides(call).anyMatch(side -> side.media() != MediaReport.CONNECTING);
    }

    /** A lapsed lease is a question: it ends something only if nobody else vouches for the side. */
    private Decision lease(Call call, Ongoing ongoing, LeaseLapsed lapsed, Instant now) {
        Optional<Instant> due = Deadlines.lease(call, timers.evidence());
        if (due.isEmpty() || due.get().isAfter(now)) {
            return new Unchanged(call);
        }
        Instant extendedUntil = lapsed.extendedUntil();
        if (extendedUntil != null && extendedUntil.isAfter(now)) {
            return Accepted.of(call.with(Side.CALLER, call.caller().aliveUntil(extendedUntil))
                    .with(Side.CALLEE, present(call, Side.CALLEE).aliveUntil(extendedUntil)));
        }
        Call left = withoutLapsed(call, now);
        return missed(left, ongoing, now).orElseGet(() -> asked(left, ongoing, now));
    }

    private static Call withoutLapsed(Call call, Instant now) {
        Call next = call;
        for (Side side : Side.values()) {
            Presence presence = present(call, side);
            Instant due = presence.leaseDue();
            if (due != null && !due.isAfter(now)) {
                next = next.with(side, presence.gone(Absence.forGood(now)));
            }
        }
        return next;
    }

    private Decision asked(Call call, Ongoing ongoing, Instant now) {
        Instant due = Deadlines.evidenceDue(call, ongoing, timers.evidence());
        if (due == null || due.isAfter(now) || call.meeting() == null) {
            return Accepted.of(call);
        }
        return Accepted.of(
                call.in(ongoing.asked(now)),
                new Fact.EvidenceWanted(call.meeting().meetingId(), now));
    }

    /** The end, if a deadline has passed. */
    private static Optional<Decision> missed(Call call, Ongoing ongoing, Instant now) {
        return Deadlines.fatal(call, ongoing)
                .filter(fatal -> !fatal.at().isAfter(now))
                .map(Fatal::reason)
                .map(reason -> over(call, ongoing, Ending.bySystem(reason, now)));
    }

    private static Accepted over(Call call, Ongoing ongoing, Ending ending) {
        return Accepted.of(call.in(ongoing.ended(ending)), new Fact.Ended());
    }

    private static Presence present(Call call, Side side) {
        return requireNonNull(call.presence(side), "an ongoing call has both sides");
    }
}
