package dev.ringline.call.simulation;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.CallState.Ringing;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.rules.EndReason;
import dev.ringline.messaging.EncodedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that was decided, stored, told, handled, asked and granted, and whether it keeps the promises. */
final class Ledger {

    private static final Duration LATEST_END = Duration.ofSeconds(2);
    private static final Duration LONGEST_STAY = Duration.ofMinutes(1);
    private static final byte[] NOTHING = {};

    private final World world;
    private final Map<String, List<Write>> writes = new LinkedHashMap<>();
    private final Map<String, Told> decided = new HashMap<>();
    private final Map<String, Long> toldUpTo = new HashMap<>();
    private final Set<String> handled = new HashSet<>();
    private final Set<String> looked = new HashSet<>();
    private final Set<String> hangUps = new HashSet<>();
    private int count;
    private int decisions;

    Ledger(World world) {
        this.world = world;
    }

    /** A write that was done, by its number among all writes. */
    private record Write(Accepted decision, int number, Instant at) {

        Call call() {
            return decision.next();
        }
    }

    /** What an event tells. */
    record Told(Call call, Fact fact, long sequence) {}

    /** The events of a decision that may or may not be stored. */
    List<EncodedEvent> decided(Accepted decision) {
        Call call = decision.next();
        decisions++;
        long sequence = call.sequence() - decision.facts().size();
        List<EncodedEvent> events = new ArrayList<>(decision.facts().size());
        for (Fact fact : decision.facts()) {
            sequence++;
            String type = fact.getClass().getSimpleName();
            String id = call.id() + ":" + sequence + " " + type + " (decision " + decisions + ")";
            decided.put(id, new Told(call, fact, sequence));
            events.add(new EncodedEvent(
                    id,
                    type,
                    "/call-service",
                    call.id(),
                    world.now(),
                    sequence,
                    "call-events",
                    call.id(),
                    null,
                    NOTHING));
        }
        return events;
    }

    Told toldBy(EncodedEvent event) {
        return decided.get(event.id());
    }

    /** Each decision follows the one before, and none follows the end. */
    void stored(Accepted decision) {
        Call next = decision.next();
        List<Write> before = writes.computeIfAbsent(next.id(), _ -> new ArrayList<>());
        Call last = before.isEmpty() ? null : before.getLast().call();
        long sequence = last == null ? 0 : last.sequence();
        Promise.I2.keep(last == null || last.isLive(), next);
        Promise.I10.keep(next.version() == before.size() + 1, "another decision was overwritten by " + next);
        Promise.I10.keep(next.sequence() == sequence + decision.facts().size(), next);
        before.add(new Write(decision, ++count, world.now()));
        if (last != null && last.state() instanceof Ringing ringing) {
            next.ending()
                    .filter(ending -> ending.reason() == EndReason.BUSY)
                    .ifPresent(_ -> Promise.BUSY_TRULY.keep(wasCalleeTaken(before), next));
            next.answer()
                    .ifPresent(answer -> Promise.I5.keep(
                            !answer.at().isAfter(ringing.answerableUntil()), "answered after the deadline: " + next));
        }
        looksRight();
    }

    /** Whether the callee was in another call at some moment of this one. */
    private boolean wasCalleeTaken(List<Write> busy) {
        Call call = busy.getFirst().call();
        int since = busy.getFirst().number();
        return writes.values().stream()
                .filter(known -> known != busy)
                .filter(known -> known.getFirst().call().involves(call.parties().calleeId()))
                .filter(known -> known.stream().anyMatch(write -> write.call().state() instanceof Ongoing))
                .anyMatch(known ->
                        known.getLast().call().isLive() || known.getLast().number() > since);
    }

    /** The topic has an event: one that was stored, and everything before it was told before it. */
    void told(EncodedEvent event) {
        Told told = toldBy(event);
        Promise.I10.keep(isStored(told), "told but not stored: " + event.id());
        long before = toldUpTo.getOrDefault(event.subject(), 0L);
        Promise.I10.keep(event.sequence() <= before + 1, event.id() + " is told, but only up to " + before + " before");
        toldUpTo.merge(event.subject(), event.sequence(), Math::max);
    }

    private boolean isStored(Told told) {
        List<Write> known = writes.getOrDefault(told.call().id(), List.of());
        int index = (int) told.call().version() - 1;
        return index < known.size() && known.get(index).call() == told.call();
    }

    /** The effects of an event are stored. */
    void handled(EncodedEvent event) {
        handled.add(event.id());
    }

    /** A consumer takes an event for one whose effects were overtaken. */
    void dropped(EncodedEvent event) {
        Promise.I10.keep(handled.contains(event.id()), "dropped before it had its effect: " + event.id());
    }

    /** Whoever made this call ring has looked whether its callee is in another call. */
    void looked(String callId) {
        looked.add(callId);
        looksRight();
    }

    /** How much had been written when a request began. */
    int writesSoFar() {
        return count;
    }

    /** The actor asked for the end of the call himself. */
    void hangUp(String callId, Actor actor) {
        hangUps.add(callId + actor.userId());
    }

    /** A client was answered with this call, and goes by it from now on. */
    void answered(Call call, Actor actor) {
        Promise.I8.keep(call.isVisibleTo(actor.userId()), actor + " learns of " + call);
        List<Write> known = writes.getOrDefault(call.id(), List.of());
        Promise.I10.keep(
                call.version() <= known.size()
                        && known.get((int) call.version() - 1).call().status() == call.status(),
                "answered, but not stored: " + call);
    }

    /**
     * A device may join.
     *
     * @param since how much had been written when it asked: what it was told must have been true at some time since
     */
    void granted(Call call, Actor actor, int since) {
        Promise.I8.keep(call.involves(actor.userId()), actor + " is no part of " + call);
        Promise.I4.keep(call.isLive() && call.isHeldBy(actor), actor + " does not hold " + call);
        List<Write> known = writes.get(call.id());
        boolean isPresent = call.version() == known.size();
        Promise.I4.keep(
                isPresent || known.get((int) call.version()).number() > since, actor + " was shown the past: " + call);
    }

    /** Whether what is stored now may be stored at once. */
    void looksRight() {
        List<Call> live = live();
        for (int i = 0; i < live.size(); i++) {
            for (int j = i + 1; j < live.size(); j++) {
                checkPair(live.get(i), live.get(j));
                checkPair(live.get(j), live.get(i));
            }
        }
    }

    private List<Call> live() {
        List<Call> live = new ArrayList<>();
        for (List<Write> known : writes.values()) {
            Call call = known.getLast().call();
            if (call.isLive()) {
                live.add(call);
            }
        }
        return live;
    }

    private void checkPair(Call one, Call other) {
        String caller = other.parties().callerId();
        String callee = other.parties().calleeId();
        boolean samePair = one.involves(caller) && one.involves(callee);
        Promise.I1.keep(!samePair, samePair ? one + " and " + other : "");
        boolean bothDial = one.parties().callerId().equals(caller);
        Promise.I1.keep(!bothDial, bothDial ? one + " and " + other : "");
        if (one.state() instanceof Ongoing ongoing) {
            checkBesideOngoing(one, ongoing, other);
        }
    }

    private void checkBesideOngoing(Call one, Ongoing ongoing, Call other) {
        String caller = other.parties().callerId();
        String callee = other.parties().calleeId();
        boolean occupied = one.involves(caller) || (one.involves(callee) && other.state() instanceof Ongoing);
        Promise.I1.keep(!occupied, occupied ? one + " and " + other : "");
        boolean ringsPlainly = one.involves(callee) && !other.silent() && !other.isWaiting();
        boolean allLooked = looked.contains(other.id()) && ongoing.followUpDue() == null;
        boolean overlooked = ringsPlainly && allLooked;
        Promise.BUSY.keep(!overlooked, overlooked ? one + " and " + other : "");
    }

    /** Whether time may be what it is now. */
    void checkTime(Consumers consumers) {
        for (List<Write> known : writes.values()) {
            Write last = known.getLast();
            if (last.call().state() instanceof Ringing ringing) {
                checkRing(known.getFirst().at(), ringing, last.call());
            }
            if (!last.call().isLive() && world.now().isAfter(last.at().plus(LONGEST_STAY))) {
                Promise.I7.keep(consumers.presentIn(last.call().id()).isEmpty(), last.call());
            }
        }
    }

    /** A process may have slept for long between the decision to ring and its store: then the ring is over at once. */
    private void checkRing(Instant stored, Ringing ringing, Call call) {
        Instant over = stored.isAfter(ringing.answerableUntil()) ? stored : ringing.answerableUntil();
        boolean ringsOn = world.now().isAfter(over.plus(LATEST_END));
        Promise.I5.keep(!ringsOn, ringsOn ? "rings on: " + call : "");
    }

    /** What must be true when all is over. */
    void checkEnd(Consumers consumers, Database database) {
        for (List<Write> known : writes.values()) {
            Call call = known.getLast().call();
            Promise.I10.keep(!call.isLive(), "nobody ends " + call);
            Promise.I10.keep(
                    database.pending().of(call.id()).isEmpty(),
                    "untold: " + database.pending().of(call.id()));
            Promise.I10.keep(
                    toldUpTo.getOrDefault(call.id(), 0L) == call.sequence(), "not everything was told of " + call);
            Promise.I3.keep(count(known, Fact.Ended.class) == 1, call);
            Promise.I3.keep(count(known, Fact.Answered.class) < 2, call);
            checkWhoEnded(call);
            consumers.checkEnd(call);
        }
    }

    private void checkWhoEnded(Call call) {
        call.ending()
                .filter(ending -> ending.reason() == EndReason.HANGUP)
                .ifPresent(ending -> Promise.ASKED.keep(hangUps.contains(call.id() + ending.by()), call));
    }

    private static long count(List<Write> known, Class<? extends Fact> kind) {
        return known.stream()
                .flatMap(write -> write.decision().facts().stream())
                .filter(kind::isInstance)
                .count();
    }
}
