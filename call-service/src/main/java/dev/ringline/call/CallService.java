package dev.ringline.call;

import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallCommand.ByUser;
import dev.ringline.call.CallCommand.DeadlinePassed;
import dev.ringline.call.CallCommand.End;
import dev.ringline.call.CallState.Ongoing;
import dev.ringline.call.Calls.Stored;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Decision.Refusal;
import dev.ringline.call.Decision.Refused;
import dev.ringline.call.Decision.Unchanged;
import dev.ringline.call.Meeting.JoinGrant;
import dev.ringline.call.Meeting.TokenOpener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Carries out commands: load, decide, store, and again when somebody was first. The one funnel through which every call
 * changes.
 */
public final class CallService {

    private static final int MOST_ATTEMPTS = 50;

    private final Calls calls;
    private final CallRules rules;
    private final TokenOpener tokens;
    private final Consumer<Accepted> observer;
    private final InstantSource clock;

    /** @param observer learns of every decision after it was stored */
    public CallService(
            Calls calls, CallRules rules, TokenOpener tokens, Consumer<Accepted> observer, InstantSource clock) {
        this.calls = calls;
        this.rules = rules;
        this.tokens = tokens;
        this.observer = observer;
        this.clock = clock;
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

    /** Carries out a participant's command. */
    public Outcome perform(String callId, ByUser command) {
        return calls.find(callId)
                .filter(call -> call.involves(command.actor().userId()))
                .map(call -> settle(call, command))
                .orElseGet(Outcome.NotFound::new);
    }

    /** Carries out what time or the provisioner brings; a call that is not there is nobody's loss. */
    public void apply(String callId, CallCommand command) {
        calls.find(callId).ifPresent(call -> settle(call, command));
    }

    /** The call, for a participant. */
    public Optional<Call> find(String callId, String userId) {
        return calls.find(callId).filter(call -> call.involves(userId));
    }

    /**
     * What the actor needs to join, if he holds his side of a live call whose meeting is ready, and if that can be proven
     * to be the present truth.
     */
    public Optional<JoinGrant> join(Call call, Actor actor, boolean proven) {
        Instant now = clock.instant();
        if (call.seatFor(actor, now).isEmpty()) {
            return Optional.empty();
        }
        return (proven ? Optional.of(call) : calls.findProven(call.id()))
                .flatMap(current -> grant(current, actor, now));
    }

    private Optional<JoinGrant> grant(Call call, Actor actor, Instant now) {
        Meeting meeting = call.meeting();
        return meeting == null
                ? Optional.empty()
                : call.seatFor(actor, now)
                        .map(seat -> new JoinGrant(
                                meeting.meetingId(), tokens.open(meeting.meetingId(), seat), seat.expiresAt()));
    }

    private Outcome settle(Call loaded, CallCommand command) {
        Call call = loaded;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Step step = step(call, command);
            switch (step) {
                case Step.Answered(Outcome outcome) -> {
                    return outcome;
                }
                case Step.Again _ -> pause(attempt);
            }
            call = calls.find(call.id()).orElseThrow();
        }
        throw new IllegalStateException(
                "Call %s could not be settled in %d attempts".formatted(call.id(), MOST_ATTEMPTS));
    }

    /** One round of load, decide, store. */
    private sealed interface Step {

        record Answered(Outcome outcome) implements Step {}

        record Again() implements Step {}
    }

    private Step step(Call call, CallCommand command) {
        Instant now = clock.instant();
        if (isOverdue(call, now) && !(command instanceof DeadlinePassed)) {
            settle(call, new DeadlinePassed());
            return new Step.Again();
        }
        return switch (rules.decide(call, command, now)) {
            case Unchanged(Call current) -> new Step.Answered(new Outcome.Done(current, false));
            case Refused(Refusal refusal, Call current) -> new Step.Answered(new Outcome.Rejected(refusal, current));
            case Accepted accepted -> store(call, accepted, command);
        };
    }

    private Step store(Call call, Accepted accepted, CallCommand command) {
        Stored stored = calls.store(accepted);
        return switch (stored) {
            case YES -> {
                observer.accept(accepted);
                yield new Step.Answered(new Outcome.Done(accepted.next(), true));
            }
            case LOST -> new Step.Again();
            case IN_THE_WAY -> makeRoom(call, command);
        };
    }

    /** The answering user is occupied: his own dial gives way, an ongoing call does not. */
    private Step makeRoom(Call call, CallCommand command) {
        if (!(command instanceof ByUser byUser)) {
            return new Step.Again();
        }
        Actor actor = byUser.actor();
        for (Call other : calls.occupying(List.of(actor.userId()))) {
            if (other.id().equals(call.id())) {
                continue;
            }
            if (other.state() instanceof Ongoing) {
                return new Step.Answered(new Outcome.Rejected(Refusal.ALREADY_IN_CALL, other));
            }
            settle(other, new End(actor));
        }
        return new Step.Again();
    }

    private static boolean isOverdue(Call call, Instant now) {
        return call.nextDeadline().map(deadline -> !deadline.isAfter(now)).orElse(false);
    }

    /** A few milliseconds, more the longer it takes, never the same for two rivals. */
    static void pause(int attempt) {
        long most = TimeUnit.MILLISECONDS.toNanos(Math.min(4L * attempt, 40));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
    }
}
