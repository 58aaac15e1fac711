package dev.ringline.call.rules;

import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Call.Origin;
import dev.ringline.call.rules.Call.Parties;
import dev.ringline.call.rules.Call.Side;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Alert;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.ByUser;
import dev.ringline.call.rules.CallCommand.CalleeBusy;
import dev.ringline.call.rules.CallCommand.Close;
import dev.ringline.call.rules.CallCommand.Decline;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.FollowedUp;
import dev.ringline.call.rules.CallCommand.GiveUpMeeting;
import dev.ringline.call.rules.CallCommand.GiveWay;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallCommand.NoteDelivery;
import dev.ringline.call.rules.CallCommand.OfMeeting;
import dev.ringline.call.rules.CallCommand.OfTime;
import dev.ringline.call.rules.CallCommand.Redial;
import dev.ringline.call.rules.CallCommand.Supersede;
import dev.ringline.call.rules.CallState.Ended;
import dev.ringline.call.rules.CallState.Ending;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a call. Pure: the same call, command and time give the same decision. */
public final class CallRules {

    private final Timers timers;
    private final RingingRules whileRinging;
    private final OngoingRules whileOngoing;

    public CallRules(Timers timers) {
        this.timers = timers;
        this.whileRinging = new RingingRules(timers);
        this.whileOngoing = new OngoingRules(timers);
    }

    /**
     * What a dial asks for.
     *
     * @param conversationClaimed whether the caller named the conversation, which proves nothing
     * @param ring absent: the configured ring time
     * @param dial the idempotency key, if the caller gave one
     */
    public record DialRequest(
            Actor caller,
            String calleeId,
            String conversationId,
            boolean conversationClaimed,
            Media media,
            @Nullable Duration ring,
            @Nullable Dial dial) {

        Parties parties() {
            return new Parties(caller.userId(), calleeId, conversationId);
        }
    }

    /** How a new call comes to its callee. */
    public sealed interface Manner {

        /** @param waiting whether the callee is in another call */
        record Aloud(boolean waiting) implements Manner {}

        /**
         * The callee never learns of it.
         *
         * @param pretendAfter when it looks to the caller as if it rang
         */
        record Silently(Duration pretendAfter) implements Manner {}
    }

    /** A new call that begins to ring. */
    public Accepted ring(String callId, DialRequest request, Manner manner, Instant now) {
        Instant deadline = now.plus(request.ring() == null ? timers.ring() : request.ring());
        Instant answerableUntil = deadline.plus(timers.answerGrace());
        Origin origin = new Origin(request.parties(), manner instanceof Manner.Silently, now, deadline);
        Ringing ringing = switch (manner) {
            case Manner.Aloud(boolean waiting) -> new Ringing(answerableUntil, List.of(), waiting, Reach.UNKNOWN, null);
            case Manner.Silently(Duration pretendAfter) ->
                new Ringing(answerableUntil, List.of(), false, Reach.UNKNOWN, now.plus(pretendAfter));
        };
        return Accepted.of(newCall(callId, request, origin, ringing), new Fact.Initiated());
    }

    /** A new call that is over at once because the callee is in another call: nothing rings. */
    public Accepted bornBusy(String callId, DialRequest request, Instant now) {
        Ended busy = new Ended(null, null, Ending.bySystem(EndReason.BUSY, now));
        Origin origin = new Origin(request.parties(), false, now, now);
        return Accepted.of(newCall(callId, request, origin, busy), new Fact.Ended());
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
            case Ringing ringing -> whileRinging.decide(call, ringing, command, now);
            case Ongoing ongoing -> whileOngoing.decide(call, ongoing, command, now);
            case Ended _ -> afterEnd(call, command);
        };
    }

    /** Only the callee's devices can ring, answer or decline. */
    private static boolean isOfWrongSide(Call call, CallCommand command) {
        return switch (command) {
            case Alert(Actor actor) -> call.sideOf(actor.userId()) == Side.CALLER;
            case Answer(Actor actor) -> call.sideOf(actor.userId()) == Side.CALLER;
            case Decline(Actor actor) -> call.sideOf(actor.userId()) == Side.CALLER;
            case ByUser _, OfTime _, OfMeeting _, NoteDelivery _, CalleeBusy _, FollowedUp _, Supersede _, Close _ ->
                false;
        };
    }

    /** Nothing leaves the end: whoever meant to stop has what he wanted, whoever meant to talk is refused. */
    private static Decision afterEnd(Call call, CallCommand command) {
        return switch (command) {
            case Answer _, Redial _, Heartbeat _ -> new Refused(Refusal.CALL_ENDED, call);
            case GiveUpMeeting _ -> new Unchanged(call);
            case OfMeeting _ -> new Ignored(call, Why.TOO_LATE);
            case Alert _,
                    Decline _,
                    End _,
                    GiveWay _,
                    OfTime _,
                    NoteDelivery _,
                    CalleeBusy _,
                    FollowedUp _,
                    Supersede _,
                    Close _ -> new Unchanged(call);
        };
    }

    private Call newCall(String callId, DialRequest request, Origin origin, CallState state) {
        Actor actor = request.caller();
        Presence caller = Presence.of(actor.deviceId(), origin.createdAt().plus(timers.lease()));
        List<Dial> dials = request.dial() == null ? List.of() : List.of(request.dial());
        return new Call(callId, 0, 0, origin, request.media(), caller, null, state, null, 0, dials);
    }
}
