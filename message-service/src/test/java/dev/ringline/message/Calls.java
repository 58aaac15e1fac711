package dev.ringline.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ended calls to test with: of alice with bob in conversation c1, unless said otherwise. */
public record Calls(CallLine line, String conversationId, boolean silent) {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** A video call of {@code seconds} that was hung up. */
    public static Calls completed(String callId, long seconds) {
        return ended(callId, CallStatus.COMPLETED, EndReason.HANGUP).lasting(seconds);
    }

    public static Calls missed(String callId) {
        return ended(callId, CallStatus.MISSED, EndReason.NO_ANSWER);
    }

    public static Calls ended(String callId, CallStatus status, EndReason reason) {
        Instant end = NOON.plusSeconds(30);
        return new Calls(
                new CallLine(callId, Media.VIDEO, status, reason, "alice", "bob", NOON, end, 0, false), "c1", false);
    }

    public Calls lasting(long seconds) {
        return with(new CallLine(
                line.callId(),
                line.media(),
                line.status(),
                line.reason(),
                line.callerId(),
                line.calleeId(),
                line.startedAt(),
                line.startedAt().plusSeconds(seconds),
                seconds,
                true));
    }

    /** Begun and ended so much later. */
    public Calls later(Duration by) {
        return with(new CallLine(
                line.callId(),
                line.media(),
                line.status(),
                line.reason(),
                line.callerId(),
                line.calleeId(),
                line.startedAt().plus(by),
                line.endedAt().plus(by),
                line.durationSeconds(),
                line.connected()));
    }

    public Calls audio() {
        return with(new CallLine(
                line.callId(),
                Media.AUDIO,
                line.status(),
                line.reason(),
                line.callerId(),
                line.calleeId(),
                line.startedAt(),
                line.endedAt(),
                line.durationSeconds(),
                line.connected()));
    }

    public Calls between(String callerId, String calleeId) {
        return with(new CallLine(
                line.callId(),
                line.media(),
                line.status(),
                line.reason(),
                callerId,
                calleeId,
                line.startedAt(),
                line.endedAt(),
                line.durationSeconds(),
                line.connected()));
    }

    public Calls in(String conversation) {
        return new Calls(line, conversation, silent);
    }

    public Calls silently() {
        return new Calls(line, conversationId, true);
    }

    public EndedCall call() {
        return new EndedCall(line, conversationId, silent, Fingerprint.of(List.of(line, conversationId, silent)));
    }

    /** Has it kept. */
    public SystemMessage keptBy(Messages messages) {
        EndedCall ended = call();
        messages.keep(ended.message(), ended.fingerprint());
        return ended.message();
    }

    public SystemMessage message() {
        return call().message();
    }

    private Calls with(CallLine other) {
        return new Calls(other, conversationId, silent);
    }
}
