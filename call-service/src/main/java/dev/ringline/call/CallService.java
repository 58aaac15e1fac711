package dev.ringline.call;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.CallCommand.AcceptMeeting;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallCommand.ByUser;
import dev.ringline.call.CallCommand.DeadlinePassed;
import dev.ringline.call.CallCommand.GiveUpMeeting;
import dev.ringline.call.CallCommand.GiveWay;
import dev.ringline.call.CallCommand.Redial;
import dev.ringline.call.CallState.Ongoing;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Decision.Refusal;
import dev.ringline.call.Decision.Refused;
import dev.ringline.call.Decision.Unchanged;
import dev.ringline.call.Meeting.JoinGrant;
import dev.ringline.call.Meeting.TokenOpener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands: load, decide, store, and again when somebody was first. The one funnel through which every call
 * changes.
 */
public final class CallService {

    private static final int MOST_ATTEMPTS = 50;

    private final Calls calls;
    private final CallRules rules;
    private final TokenOpener tokens;
    private final Surroundings surroundings;

    CallService(Calls calls, CallRules rules, TokenOpener tokens, Surroundings surroundings) {
        this.calls = calls;
        this.rules = rules;
        this.tokens = tokens;
        this.surroundings = surroundings;
    }

    /** What became of a command. */
    public sealed interface Outcome {

        /** A new call exists. */
        record Created(Call call) implements Outcome {}

        /**
         * The call as it is after the command.
         *
         * @param proven whether this very request wrote it with a majority, so that no earlier truth is told
         */
        record Done(Call call, boolean proven) implements Outcome {}

        record Rejected(Refusal refusal, Call call) implements Outcome {}

        /** There is no such call, or the actor has no part in it. */
        record NotFound() implements Outcome {}

        /** A new call would ring nobody now: its event would not be heard in time. */
        record Unheard() implements Outcome {}
    }

    /**
     * Carries out a participant's command.
     *
     * @throws UnsettledException if rivals were always first
     */
    public Outcome perform(String callId, ByUser command) {
        return calls.find(callId)
                .filter(call -> call.involves(command.actor().userId()))
                .map(call -> settle(call, command))
                .orElseGet(Outcome.NotFound::new);
    }

    /**
     * Carries out what time or the provisioner brings; a call that is not there is nobody's loss.
     *
     * @throws UnsettledException if rivals were always first
     */
    public void apply(String callId, CallCommand command) {
        calls.find(callId).ifPresent(call -> settle(call, command));
    }

    /** The call, for a participant. */
    public Optional<Call> find(String callId, String userId) {
        return calls.find(callId).filter(call -> call.involves(userId));
    }

    /**
     * What the actor needs to join, if he holds his side of a live call whose meeting is ready, and if that can be proven
     * to be the present truth and the token can be opened.
     */
    public Optional<JoinGrant> join(Call call, Actor actor, boolean proven) {
        Instant now = surroundings.clock().instant();
        if (call.seatFor(actor, now).isEmpty()) {
            return Optional.empty();
        }
        return (proven ? Optional.of(call) : calls.findProven(call.id()))
                .flatMap(current -> grant(current, actor, now));
    }

    private Optional<JoinGrant> grant(Call call, Actor actor, Instant now) {
        return Optional.ofNullable(call.meeting())
                .flatMap(meeting -> call.seatFor(actor, now).flatMap(seat -> grant(meeting, seat)));
    }

    private Optional<JoinGrant> grant(Meeting meeting, Meeting.Seat seat) {
        return tokens.open(meeting.meetingId(), seat)
                .map(token -> new JoinGrant(meeting.meetingId(), token, seat.expiresAt()));
    }

    /** What an earlier dial with the same key led to, as it is now. */
    Optional<Outcome> replay(@Nullable Dial dial) {
        return dial == null ? Optional.empty() : calls.findByDial(dial).map(call -> replayed(call, dial));
    }

    private static Outcome replayed(Call call, Dial dial) {
        return call.contradicts(dial)
                ? new Outcome.Rejected(Refusal.IDEMPOTENCY_KEY_REUSED, call)
                : new Outcome.Done(call, false);
    }

    private Outcome settle(Call loaded, CallCommand command) {
        Call call = loaded;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = attempt(call, command);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            surroundings.pause().accept(attempt);
            call = calls.find(call.id()).orElseThrow();
        }
        throw new UnsettledException(
                "%s of call %s".formatted(command.getClass().getSimpleName(), call.id()));
    }

    /** Decides and stores once; empty when the call must be loaded again. */
    private Optional<Outcome> attempt(Call call, CallCommand command) {
        Instant now = surroundings.clock().instant();
        if (call.isOverdue(now) && !(command instanceof DeadlinePassed)) {
            settle(call, new DeadlinePassed());
            return Optional.empty();
        }
        return switch (rules.decide(call, command, now)) {
            case Unchanged(Call current) -> Optional.of(new Outcome.Done(current, false));
            case Refused(Refusal refusal, Call current) -> Optional.of(new Outcome.Rejected(refusal, current));
            case Accepted accepted -> store(accepted, command);
        };
    }

    private Optional<Outcome> store(Accepted accepted, CallCommand command) {
        return switch (calls.store(accepted)) {
            case YES -> {
                surroundings.observer().accept(accepted);
                yield Optional.of(new Outcome.Done(accepted.next(), true));
            }
            case LOST -> Optional.empty();
            case IN_THE_WAY -> makeRoom(accepted.next(), command);
        };
    }

    /** Another call has the same idempotency key, or occupies the user who answers. */
    private Optional<Outcome> makeRoom(Call call, CallCommand command) {
        return switch (command) {
            case Redial redial -> replay(redial.dial()).or(() -> makeRoom(call, redial.actor()));
            case ByUser byUser -> makeRoom(call, byUser.actor());
            case DeadlinePassed _, AcceptMeeting _, GiveUpMeeting _ -> Optional.empty();
        };
    }

    /** The user's own dial gives way, an ongoing call does not. */
    private Optional<Outcome> makeRoom(Call call, Actor actor) {
        for (Call other : calls.occupying(List.of(actor.userId()))) {
            if (!other.id().equals(call.id())
                    && settle(other, new GiveWay(actor)) instanceof Outcome.Done done
                    && done.call().state() instanceof Ongoing) {
                return Optional.of(new Outcome.Rejected(Refusal.ALREADY_IN_CALL, done.call()));
            }
        }
        return Optional.empty();
    }
}
