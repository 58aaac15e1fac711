package dev.ringline.call;

import dev.ringline.call.Admission.Verdict;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.CallService.Surroundings;
import dev.ringline.call.CallService.UnsettledException;
import dev.ringline.call.Calls.Stored;
import dev.ringline.call.FollowUps.BusyPolicy;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Side;
import dev.ringline.call.rules.Call.Status;
import dev.ringline.call.rules.CallCommand.CalleeBusy;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.Redial;
import dev.ringline.call.rules.CallCommand.Supersede;
import dev.ringline.call.rules.CallRules;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.CallRules.Manner;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Dials. The unique keys of the store decide every race between dials; whatever stands in the way of one is looked up, by
 * idempotency key first, then by the pair, then by the users, and decides the answer.
 */
public final class Dialling {

    private static final int MOST_ATTEMPTS = 50;

    /** How long the first event of a ringing call may wait before new calls are refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Calls calls;
    private final CallService service;
    private final CallRules rules;
    private final Parts parts;

    Dialling(Calls calls, CallService service, CallRules rules, Parts parts) {
        this.calls = calls;
        this.service = service;
        this.rules = rules;
        this.parts = parts;
    }

    /**
     * What dialling needs besides the calls.
     *
     * @param ids makes call ids
     * @param pretence how long after its dial a silent call looks as if it rang, never the same
     * @param brokerIsSilent whether the last event that this process sent was not acknowledged
     */
    record Parts(
            Supplier<String> ids,
            Supplier<Duration> pretence,
            BooleanSupplier brokerIsSilent,
            ProviderStatus provider,
            Admission admission,
            Policy policy,
            Surroundings surroundings) {}

    /**
     * @param trustConversationId whether a conversation that the caller claims is believed without asking anybody
     * @param longestCall how long tokens must last to be of use
     */
    record Policy(BusyPolicy busy, boolean trustConversationId, Duration longestCall) {}

    /**
     * Rings the callee, or answers with the call that this dial met.
     *
     * @throws UnsettledException if rivals were always first
     */
    public Outcome dial(DialRequest request) {
        OneDial dial = new OneDial(request);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = dial.attempt(attempt > 1);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            parts.surroundings().pause().accept(attempt);
        }
        throw new UnsettledException("A dial of " + request.caller().userId());
    }

    /** One dial, in as many attempts as it takes; the app is asked about it only once. */
    private final class OneDial {

        private final DialRequest request;
        private @Nullable Verdict verdict;

        OneDial(DialRequest request) {
            this.request = request;
        }

        Optional<Outcome> attempt(boolean wasInTheWay) {
            List<Call> occupying = calls.occupying(List.of(request.caller().userId(), request.calleeId()));
            if (endedOverdue(occupying) || supersededSilent(occupying)) {
                return Optional.empty();
            }
            if (wasInTheWay || !occupying.isEmpty()) {
                Optional<Outcome> known = service.replay(request.dial()).or(() -> met(occupying));
                if (known.isPresent()) {
                    return known.filter(outcome -> !hasEndedMeanwhile(outcome));
                }
            }
            Optional<Outcome> refused = refusal();
            return refused.isPresent() ? service.replay(request.dial()).or(() -> refused) : insert(decide(occupying));
        }

        /** A call whose time is over occupies nobody, even if no sweeper has come by yet. */
        private boolean endedOverdue(List<Call> occupying) {
            Instant now = now();
            List<Call> overdue =
                    occupying.stream().filter(call -> call.isOverdue(now)).toList();
            overdue.forEach(call -> service.apply(call.id(), new DeadlinePassed()));
            return overdue.stream()
                    .anyMatch(call -> calls.find(call.id()).filter(Call::isLive).isEmpty());
        }

        /** A silent call to the caller is nothing that he could meet. */
        private boolean supersededSilent(List<Call> occupying) {
            List<Call> unheard = occupying.stream()
                    .filter(Call::silent)
                    .filter(this::isOfPair)
                    .filter(call -> call.sideOf(request.caller().userId()) == Side.CALLEE)
                    .toList();
            unheard.forEach(call -> service.apply(call.id(), new Supersede()));
            return !unheard.isEmpty();
        }

        /** The pair's live call, or the call that the caller is in. */
        private Optional<Outcome> met(List<Call> occupying) {
            return occupying.stream()
                    .filter(this::isOfPair)
                    .findFirst()
                    .map(this::dialAgain)
                    .or(() -> occupying.stream()
                            .filter(call -> call.involves(request.caller().userId()))
                            .findFirst()
                            .map(call -> new Outcome.Rejected(Refusal.ALREADY_IN_CALL, call)));
        }

        /** The earlier dial may have died before its second look, and what is stored now tells of the call. */
        private Outcome dialAgain(Call met) {
            lookAgain(met);
            return service.perform(met.id(), new Redial(request.caller(), request.media(), request.dial()));
        }

        private boolean isOfPair(Call call) {
            return call.involves(request.caller().userId()) && call.involves(request.calleeId());
        }

        /** Why nothing may ring now, if so. */
        private Optional<Outcome> refusal() {
            if (wouldBeUnheard()) {
                return Optional.of(new Outcome.Unheard());
            }
            return providerClosed().or(this::notAllowed);
        }

        private Optional<Outcome> providerClosed() {
            return parts.provider()
                    .closedFor(now())
                    .filter(_ -> !calls.hasUsableTokens(
                            request, now().plus(parts.policy().longestCall())))
                    .map(Outcome.ProviderClosed::new);
        }

        private Optional<Outcome> notAllowed() {
            Verdict said = verdict();
            if (said instanceof Verdict.Deny(String reason)) {
                return Optional.of(new Outcome.NotAllowed(reason));
            }
            boolean believed = !request.conversationClaimed()
                    || parts.policy().trustConversationId()
                    || said.confirmsConversation();
            return believed ? Optional.empty() : Optional.of(new Outcome.NotAllowed(null));
        }

        private Verdict verdict() {
            Verdict said = verdict;
            if (said == null) {
                said = parts.admission().judge(request);
                verdict = said;
            }
            return said;
        }

        private Accepted decide(List<Call> occupying) {
            String callId = parts.ids().get();
            if (verdict() instanceof Verdict.Silent) {
                return rules.ring(
                        callId, request, new Manner.Silently(parts.pretence().get()), now());
            }
            boolean busy = occupying.stream().anyMatch(call -> call.state() instanceof Ongoing);
            return busy && parts.policy().busy() == BusyPolicy.REJECT
                    ? rules.bornBusy(callId, request, now())
                    : rules.ring(callId, request, new Manner.Aloud(busy), now());
        }

        private Optional<Outcome> insert(Accepted decision) {
            SecondLook look = new SecondLook(decision);
            return calls.insert(decision, look) == Stored.YES
                    ? Optional.of(new Outcome.Created(look.call))
                    : Optional.empty();
        }
    }

    /**
     * Looks after a call whose dial did not get so far as to {@linkplain SecondLook look again}.
     *
     * @return whether the call's events are still to be told
     */
    public boolean lookAgain(Call abandoned) {
        return lookedAgain(abandoned).version() == abandoned.version();
    }

    /**
     * The callee may have answered somebody while the call was being stored. Whoever answers looks for ringing calls after
     * he stored his answer, and a dial looks for an ongoing call after it was stored: one of the two always sees the other.
     */
    private Call lookedAgain(Call call) {
        boolean rings = call.status() == Status.RINGING && !call.silent() && !call.isWaiting();
        if (!rings || !isCalleeTaken(call)) {
            return call;
        }
        CalleeBusy busy = new CalleeBusy(parts.policy().busy() == BusyPolicy.WAIT);
        return service.apply(call.id(), busy).orElse(call);
    }

    private boolean isCalleeTaken(Call call) {
        return calls.occupying(List.of(call.parties().calleeId())).stream()
                .anyMatch(other -> !other.id().equals(call.id()) && other.state() instanceof Ongoing);
    }

    /** What a dial does between the store of its call and the first word of it. */
    private final class SecondLook implements BooleanSupplier {

        private final Accepted inserted;
        private Call call;

        SecondLook(Accepted inserted) {
            this.inserted = inserted;
            this.call = inserted.next();
        }

        /** Whether the call's events are still to be told. */
        @Override
        public boolean getAsBoolean() {
            parts.surroundings().observer().stored(inserted);
            call = lookedAgain(inserted.next());
            return call.version() == inserted.next().version();
        }
    }

    private static boolean hasEndedMeanwhile(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected && rejected.refusal() == Refusal.CALL_ENDED;
    }

    private boolean wouldBeUnheard() {
        return parts.brokerIsSilent().getAsBoolean() && calls.hasUnheardRing(PATIENCE);
    }

    private Instant now() {
        return parts.surroundings().clock().instant();
    }
}
