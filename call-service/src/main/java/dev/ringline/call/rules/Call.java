package dev.ringline.call.rules;

import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallState.Ended;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.CallState.Ringing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call between two users. Immutable: every change makes the next one.
 *
 * @param version counts the writes
 * @param sequence counts the events
 * @param callee absent until somebody answered
 * @param meeting absent until the provisioner made it
 * @param heard the provisioner's latest word about this call, by its sequence; 0 before the first
 * @param dials the idempotency keys of the dials that led to this call
 */
public record Call(
        String id,
        long version,
        long sequence,
        Origin origin,
        Media media,
        Presence caller,
        @Nullable Presence callee,
        CallState state,
        @Nullable Meeting meeting,
        long heard,
        List<Dial> dials) {

    /** More keys than these are not remembered: a dial of a live call is answered with it anyway. */
    private static final int MOST_DIALS = 32;

    public Call {
        dials = List.copyOf(dials);
    }

    /**
     * What the first dial decided for good.
     *
     * @param silent the callee never learns of this call
     * @param ringDeadline when devices stop ringing by themselves
     */
    public record Origin(Parties parties, boolean silent, Instant createdAt, Instant ringDeadline) {}

    /** Who calls whom, and in which conversation the line will stand. */
    public record Parties(String callerId, String calleeId, String conversationId) {

        boolean include(String userId) {
            return callerId.equals(userId) || calleeId.equals(userId);
        }
    }

    /**
     * One dial.
     *
     * @param key hash of the user and the idempotency key
     * @param request hash of what was asked
     */
    public record Dial(String key, String request) {}

    /** Which end of the call a user is. */
    public enum Side {
        CALLER,
        CALLEE;

        Side other() {
            return this == CALLER ? CALLEE : CALLER;
        }
    }

    /** Where a call stands, as the world sees it. */
    public enum Status {
        RINGING,
        ONGOING,
        COMPLETED,
        MISSED,
        DECLINED,
        FAILED
    }

    /** The finer step within a status. */
    public enum Phase {
        DIALING,
        ALERTING,
        CONNECTING,
        CONNECTED,
        RECONNECTING,
        ENDED
    }

    public Parties parties() {
        return origin.parties();
    }

    public boolean silent() {
        return origin.silent();
    }

    public Instant createdAt() {
        return origin.createdAt();
    }

    public Instant ringDeadline() {
        return origin.ringDeadline();
    }

    public Status status() {
        return switch (state) {
            case Ringing _ -> Status.RINGING;
            case Ongoing _ -> Status.ONGOING;
            case Ended ended -> ended.ending().reason().status(ended.answer() != null);
        };
    }

    public Phase phase() {
        return switch (state) {
            case Ringing ringing -> phase(ringing);
            case Ongoing ongoing when ongoing.connectedAt() == null -> Phase.CONNECTING;
            case Ongoing _ -> bothUp() ? Phase.CONNECTED : Phase.RECONNECTING;
            case Ended _ -> Phase.ENDED;
        };
    }

    private Phase phase(Ringing ringing) {
        boolean looksAlerting = silent()
                ? ringing.pretendAt() == null
                : !ringing.alertingDevices().isEmpty();
        return looksAlerting ? Phase.ALERTING : Phase.DIALING;
    }

    public boolean isLive() {
        return !(state instanceof Ended);
    }

    /** Whether the callee's other call is known to keep him from answering this one. */
    public boolean isWaiting() {
        return state instanceof Ringing ringing && ringing.waiting();
    }

    /** The answer, if there was one. */
    public Optional<CallState.Answer> answer() {
        return switch (state) {
            case Ringing _ -> Optional.empty();
            case Ongoing ongoing -> Optional.of(ongoing.answer());
            case Ended ended -> Optional.ofNullable(ended.answer());
        };
    }

    /** When media was first confirmed on both sides, if it was. */
    public Optional<Instant> connectedAt() {
        return switch (state) {
            case Ringing _ -> Optional.empty();
            case Ongoing ongoing -> Optional.ofNullable(ongoing.connectedAt());
            case Ended ended -> Optional.ofNullable(ended.connectedAt());
        };
    }

    /** How it ended, if it has. */
    public Optional<CallState.Ending> ending() {
        return state instanceof Ended ended ? Optional.of(ended.ending()) : Optional.empty();
    }

    /**
     * How long the two talked: from the connection, else from the answer, to the end. Zero if nobody answered or it still
     * goes on.
     */
    public Duration duration() {
        return state instanceof Ended ended && ended.answer() != null
                ? Duration.between(
                        ended.connectedAt() == null ? ended.answer().at() : ended.connectedAt(),
                        ended.ending().at())
                : Duration.ZERO;
    }

    /** Whether the callee is to be told that he missed it: not of a silent call, nor when one of the two was removed. */
    public boolean isMissedByCallee() {
        boolean removed = ending().filter(ending -> ending.reason() == EndReason.PARTICIPANT_REMOVED)
                .isPresent();
        return status() == Status.MISSED && !silent() && !removed;
    }

    /** Whether the user has part in the call and may know of it. */
    public boolean isVisibleTo(String userId) {
        return parties().callerId().equals(userId) || (parties().calleeId().equals(userId) && !silent());
    }

    public boolean involves(String userId) {
        return parties().include(userId);
    }

    /** The side of a participant. */
    public Side sideOf(String userId) {
        return parties().callerId().equals(userId) ? Side.CALLER : Side.CALLEE;
    }

    /** Whether the actor acts with the device that holds his side: the one that dialled, or the one that answered. */
    public boolean isHeldBy(Actor actor) {
        Presence presence = presence(sideOf(actor.userId()));
        return presence != null && presence.device().equals(actor.deviceId());
    }

    /** The seat that the actor may take now, if he may take one. */
    public Optional<Meeting.Seat> seatFor(Actor actor, Instant now) {
        if (!isLive() || meeting == null || !isHeldBy(actor)) {
            return Optional.empty();
        }
        return meeting.seatOf(actor.userId()).filter(seat -> seat.expiresAt().isAfter(now));
    }

    /** The next moment at which time decides, leases aside; empty once the call has ended. */
    public Optional<Instant> nextDeadline() {
        return Deadlines.next(this);
    }

    /** The next moment at which a lease asks for a decision. */
    public Optional<Instant> leaseDue(Timers timers) {
        return Deadlines.lease(this, timers.evidence());
    }

    /** When to look after the calls that ring for either party, if that is still to be done. */
    public Optional<Instant> followUpDue() {
        return state instanceof Ongoing ongoing ? Optional.ofNullable(ongoing.followUpDue()) : Optional.empty();
    }

    public boolean isOverdue(Instant now) {
        return nextDeadline().map(deadline -> !deadline.isAfter(now)).orElse(false);
    }

    /** Whether a dial of this call had the same key and asked for something else. */
    public boolean contradicts(@Nullable Dial dial) {
        return dial != null && dials.stream().anyMatch(known -> known.key().equals(dial.key()) && !known.equals(dial));
    }

    @Nullable
    Presence presence(Side side) {
        return side == Side.CALLER ? caller : callee;
    }

    boolean bothUp() {
        return caller.isUp() && callee != null && callee.isUp();
    }

    Call in(CallState next) {
        return new Call(id, version, sequence, origin, media, caller, callee, next, meeting, heard, dials);
    }

    Call with(Media agreed) {
        return new Call(id, version, sequence, origin, agreed, caller, callee, state, meeting, heard, dials);
    }

    Call with(Meeting provisioned) {
        return new Call(id, version, sequence, origin, media, caller, callee, state, provisioned, heard, dials);
    }

    Call with(Side side, Presence presence) {
        Presence nextCaller = side == Side.CALLER ? presence : caller;
        Presence nextCallee = side == Side.CALLEE ? presence : callee;
        return new Call(id, version, sequence, origin, media, nextCaller, nextCallee, state, meeting, heard, dials);
    }

    Call with(@Nullable Dial dial) {
        if (dial == null || dials.contains(dial) || dials.size() >= MOST_DIALS) {
            return this;
        }
        List<Dial> more = Stream.concat(dials.stream(), Stream.of(dial)).toList();
        return new Call(id, version, sequence, origin, media, caller, callee, state, meeting, heard, more);
    }

    Call heard(long latest) {
        return new Call(id, version, sequence, origin, media, caller, callee, state, meeting, latest, dials);
    }

    /**
     * The same ended call with a tombstone in the place of a user: the only change that an ended call ever sees.
     *
     * @throws IllegalStateException while it is live
     */
    public Call buried(String userId, String tombstone) {
        if (!(state instanceof Ended ended)) {
            throw new IllegalStateException("Call %s is live".formatted(id));
        }
        UnaryOperator<String> bury = user -> user.equals(userId) ? tombstone : user;
        Parties parties = parties();
        Parties left =
                new Parties(bury.apply(parties.callerId()), bury.apply(parties.calleeId()), parties.conversationId());
        Origin leftOrigin = new Origin(left, silent(), createdAt(), ringDeadline());
        return new Call(
                        id,
                        version,
                        sequence,
                        leftOrigin,
                        media,
                        caller,
                        callee,
                        ended.buried(bury),
                        null,
                        heard,
                        List.of())
                .numbered(0);
    }

    /** The same call one write and {@code facts} events later. */
    Call numbered(int facts) {
        return new Call(id, version + 1, sequence + facts, origin, media, caller, callee, state, meeting, heard, dials);
    }
}
