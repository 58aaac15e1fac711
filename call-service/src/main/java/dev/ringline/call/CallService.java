package dev.ringline.call;

import dev.ringline.call.CallService.Outcome.Done;
import dev.ringline.call.CallService.Outcome.NotFound;
import dev.ringline.call.CallService.Outcome.Rejected;
import dev.ringline.call.JoinGrant.TokenOpener;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.CallCommand;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.ByUser;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.GiveWay;
import dev.ringline.call.rules.CallCommand.Redial;
import dev.ringline.call.rules.CallRules;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Ignored;
import dev.ringline.call.rules.Decision.Refusal;
import dev.ringline.call.rules.Decision.Refused;
import dev.ringline.call.rules.Decision.Unchanged;
import dev.ringline.call.rules.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
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

        /** There is no such call, or the actor may not know of it. */
        record NotFound() implements Outcome {}

        /** A new call would ring nobody now: its event would not be heard in time. */
        record Unheard() implements Outcome {}

        /** A new call would have no meeting: the media provider takes no requests. */
        record ProviderClosed(Duration retryAfter) implements Outcome {}

        /**
         * The app does not allow this call.
         *
         * @param reason in the app's words, if it gave any
         */
        record NotAllowed(@Nullable String reason) implements Outcome {}
    }

    /** Learns what became of calls. */
    public interface Observer {

        /** A decision was stored. */
        void stored(Accepted decision);

        /** Evidence did not count. */
        default void ignored(Ignored evidence) {}
    }

    /**
     * What carrying out commands needs besides the calls.
     *
     * @param pause waits before the attempt after the given one
     */
    record Surroundings(Observer observer, InstantSource clock, IntConsumer pause) {

        static Surroundings of(Observer observer, InstantSource clock) {
            return new Surroundings(observer, clock, Surroundings::pause);
        }

        /** A few milliseconds, more the longer it takes, never the same for two rivals. */
        private static void pause(int attempt) {
            long most = TimeUnit.MILLISECONDS.toNanos(Math.min(4L * attempt, 40));
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
        }
    }

    /**
     * Others changed the call whenever this request was about to, or what they wrote cannot be seen yet. Nothing was done;
     * the same request may succeed in a moment.
     */
    public static final class UnsettledException extends RuntimeException {

        UnsettledException(String what) {
            super(what);
        }
    }

    /**
     * Carries out a participant's command.
     *
     * @throws UnsettledException if rivals were always first
     */
    public Outcome perform(String callId, ByUser command) {
        return calls.find(callId)
                .filter(call -> call.isVisibleTo(command.actor().userId()))
                .map(call -> settle(call, command))
                .orElseGet(NotFound::new);
    }

    /**
     * Carries out what time, the media plane or another call brings; a call that is not there is nobody's loss.
     *
     * @return the call afterwards
     * @throws UnsettledException if rivals were always first
     */
    public Optional<Call> apply(String callId, CallCommand command) {
        return calls.find(callId).map(call -> switch (settle(call, command)) {
            case Done(Call after, boolean _) -> after;
            case Rejected(Refusal _, Call after) -> after;
            case Outcome.Created(Call after) -> after;
            case NotFound _, Outcome.Unheard _, Outcome.ProviderClosed _, Outcome.NotAllowed _ -> call;
        });
    }

    /** The call, for a participant who may know of it. */
    public Optional<Call> find(String callId, String userId) {
        return calls.find(callId).filter(call -> call.isVisibleTo(userId));
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
        return call.contradicts(dial) ? new Rejected(Refusal.IDEMPOTENCY_KEY_REUSED, call) : new Done(call, false);
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
            case Unchanged(Call current) -> Optional.of(new Done(current, false));
            case Refused(Refusal refusal, Call current) -> Optional.of(new Rejected(refusal, current));
            case Ignored ignored -> {
                surroundings.observer().ignored(ignored);
                yield Optional.of(new Done(ignored.current(), false));
            }
            case Accepted accepted -> store(accepted, command);
        };
    }

    private Optional<Outcome> store(Accepted accepted, CallCommand command) {
        return switch (calls.store(accepted)) {
            case YES -> {
                surroundings.observer().stored(accepted);
                yield Optional.of(new Done(accepted.next(), true));
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
            default -> Optional.empty();
        };
    }

    /** The user's own dial gives way, an ongoing call does not. */
    private Optional<Outcome> makeRoom(Call call, Actor actor) {
        for (Call other : calls.occupying(List.of(actor.userId()))) {
            if (!other.id().equals(call.id())
                    && settle(other, new GiveWay(actor)) instanceof Done done
                    && done.call().state() instanceof Ongoing) {
                return Optional.of(new Rejected(Refusal.ALREADY_IN_CALL, done.call()));
            }
        }
        return Optional.empty();
    }
}
