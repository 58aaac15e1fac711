package dev.ringline.call;

import dev.ringline.call.CallCommand.DeadlinePassed;
import dev.ringline.call.CallCommand.Redial;
import dev.ringline.call.CallRules.DialRequest;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.CallState.Ongoing;
import dev.ringline.call.Calls.Stored;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Decision.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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
     * @param brokerIsSilent whether the last event that this process sent was not acknowledged
     */
    record Parts(Supplier<String> ids, BooleanSupplier brokerIsSilent, Surroundings surroundings) {}

    /**
     * Rings the callee, or answers with the call that this dial met.
     *
     * @throws UnsettledException if rivals were always first
     */
    public Outcome dial(DialRequest request) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Optional<Outcome> outcome = attempt(request, attempt > 1);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            parts.surroundings().pause().accept(attempt);
        }
        throw new UnsettledException("A dial of " + request.caller().userId());
    }

    private Optional<Outcome> attempt(DialRequest request, boolean wasInTheWay) {
        List<Call> occupying = calls.occupying(List.of(request.caller().userId(), request.calleeId()));
        if (endedOverdue(occupying)) {
            return Optional.empty();
        }
        if (wasInTheWay || !occupying.isEmpty()) {
            Optional<Outcome> known = service.replay(request.dial()).or(() -> met(request, occupying));
            if (known.isPresent()) {
                return known.filter(outcome -> !hasEndedMeanwhile(outcome));
            }
        }
        return wouldBeUnheard()
                ? service.replay(request.dial()).or(() -> Optional.of(new Outcome.Unheard()))
                : insert(decide(request, occupying));
    }

    /** A call whose time is over occupies nobody, even if no sweeper has come by yet. */
    private boolean endedOverdue(List<Call> occupying) {
        Instant now = parts.surroundings().clock().instant();
        List<Call> overdue =
                occupying.stream().filter(call -> call.isOverdue(now)).toList();
        overdue.forEach(call -> service.apply(call.id(), new DeadlinePassed()));
        return !overdue.isEmpty();
    }

    /** The pair's live call, or the call that the caller is in. */
    private Optional<Outcome> met(DialRequest request, List<Call> occupying) {
        for (Call call : occupying) {
            if (call.involves(request.caller().userId()) && call.involves(request.calleeId())) {
                return Optional.of(
                        service.perform(call.id(), new Redial(request.caller(), request.media(), request.dial())));
            }
        }
        return occupying.stream()
                .filter(call -> call.involves(request.caller().userId()))
                .findFirst()
                .map(call -> new Outcome.Rejected(Refusal.ALREADY_IN_CALL, call));
    }

    private static boolean hasEndedMeanwhile(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected && rejected.refusal() == Refusal.CALL_ENDED;
    }

    private boolean wouldBeUnheard() {
        return parts.brokerIsSilent().getAsBoolean() && calls.hasUnheardRing(PATIENCE);
    }

    private Accepted decide(DialRequest request, List<Call> occupying) {
        Instant now = parts.surroundings().clock().instant();
        boolean busy = occupying.stream().anyMatch(call -> call.state() instanceof Ongoing);
        String callId = parts.ids().get();
        return busy ? rules.bornBusy(callId, request, now) : rules.ring(callId, request, now);
    }

    private Optional<Outcome> insert(Accepted decision) {
        if (calls.insert(decision) != Stored.YES) {
            return Optional.empty();
        }
        parts.surroundings().observer().accept(decision);
        return Optional.of(new Outcome.Created(decision.next()));
    }
}
