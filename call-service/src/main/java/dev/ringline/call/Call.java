package dev.ringline.call;

import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallState.Ended;
import dev.ringline.call.CallState.Ongoing;
import dev.ringline.call.CallState.Ringing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call between two users. Immutable: every change makes the next one.
 *
 * @param version counts the writes
 * @param sequence counts the events
 * @param callerDevice the device that dialled: the caller's holding device
 * @param ringDeadline when devices stop ringing by themselves
 * @param meeting absent until the provisioner made it
 * @param dials the idempotency keys of the dials that led to this call
 */
public record Call(
        String id,
        long version,
        long sequence,
        Parties parties,
        Media media,
        String callerDevice,
        Instant createdAt,
        Instant ringDeadline,
        CallState state,
        @Nullable Meeting meeting,
        List<Dial> dials) {

    public Call {
        dials = List.copyOf(dials);
    }

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
        CALLEE
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
        ENDED
    }

    public Status status() {
        return switch (state) {
            case Ringing _ -> Status.RINGING;
            case Ongoing _ -> Status.ONGOING;
            case Ended ended -> ended.ending().reason().status();
        };
    }

    public Phase phase() {
        return switch (state) {
            case Ringing ringing -> ringing.alertingDevices().isEmpty() ? Phase.DIALING : Phase.ALERTING;
            case Ongoing _ -> Phase.CONNECTING;
            case Ended _ -> Phase.ENDED;
        };
    }

    public boolean isLive() {
        return !(state instanceof Ended);
    }

    /** The next moment at which time decides; empty once the call has ended. */
    public Optional<Instant> nextDeadline() {
        return switch (state) {
            case Ringing ringing -> Optional.of(ringing.answerableUntil());
            case Ongoing ongoing
            when meeting == null && ongoing.meetingBy().isBefore(ongoing.endsAt()) -> Optional.of(ongoing.meetingBy());
            case Ongoing ongoing -> Optional.of(ongoing.endsAt());
            case Ended _ -> Optional.empty();
        };
    }

    /** The answer, if there was one. */
    public Optional<CallState.Answer> answer() {
        return switch (state) {
            case Ringing _ -> Optional.empty();
            case Ongoing ongoing -> Optional.of(ongoing.answer());
            case Ended ended -> Optional.ofNullable(ended.answer());
        };
    }

    /** How it ended, if it has. */
    public Optional<CallState.Ending> ending() {
        return state instanceof Ended ended ? Optional.of(ended.ending()) : Optional.empty();
    }

    /** How long the two could talk: from the answer to the end, zero if nobody answered or it still goes on. */
    public Duration duration() {
        return state instanceof Ended(CallState.Answer answer, CallState.Ending ending) && answer != null
                ? Duration.between(answer.at(), ending.at())
                : Duration.ZERO;
    }

    public boolean involves(String userId) {
        return parties.include(userId);
    }

    /** The side of a participant. */
    public Side sideOf(String userId) {
        return parties.callerId().equals(userId) ? Side.CALLER : Side.CALLEE;
    }

    /** Whether the actor acts with the device that holds his side: the one that dialled, or the one that answered. */
    public boolean isHeldBy(Actor actor) {
        return switch (sideOf(actor.userId())) {
            case CALLER -> callerDevice.equals(actor.deviceId());
            case CALLEE ->
                answer().map(answer -> answer.byDevice().equals(actor.deviceId()))
                        .orElse(false);
        };
    }

    /** The seat that the actor may take now, if he may take one. */
    public Optional<Meeting.Seat> seatFor(Actor actor, Instant now) {
        if (!isLive() || meeting == null || !isHeldBy(actor)) {
            return Optional.empty();
        }
        return meeting.seatOf(actor.userId()).filter(seat -> seat.expiresAt().isAfter(now));
    }

    /** Whether a dial of this call had the same key and asked for something else. */
    boolean contradicts(@Nullable Dial dial) {
        return dial != null && dials.stream().anyMatch(known -> known.key().equals(dial.key()) && !known.equals(dial));
    }

    boolean isOverdue(Instant now) {
        return nextDeadline().map(deadline -> !deadline.isAfter(now)).orElse(false);
    }

    Call in(CallState next) {
        return new Call(
                id, version, sequence, parties, media, callerDevice, createdAt, ringDeadline, next, meeting, dials);
    }

    Call with(Media agreed) {
        return new Call(
                id, version, sequence, parties, agreed, callerDevice, createdAt, ringDeadline, state, meeting, dials);
    }

    Call with(Meeting provisioned) {
        return new Call(
                id,
                version,
                sequence,
                parties,
                media,
                callerDevice,
                createdAt,
                ringDeadline,
                state,
                provisioned,
                dials);
    }

    Call with(@Nullable Dial dial) {
        if (dial == null || dials.contains(dial)) {
            return this;
        }
        List<Dial> more = new ArrayList<>(dials);
        more.add(dial);
        return new Call(
                id, version, sequence, parties, media, callerDevice, createdAt, ringDeadline, state, meeting, more);
    }

    /** The same call one write and {@code facts} events later. */
    Call numbered(int facts) {
        return new Call(
                id,
                version + 1,
                sequence + facts,
                parties,
                media,
                callerDevice,
                createdAt,
                ringDeadline,
                state,
                meeting,
                dials);
    }
}
