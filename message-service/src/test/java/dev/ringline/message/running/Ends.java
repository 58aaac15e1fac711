package dev.ringline.message.running;

import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.CallPhase;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.EndReason;
import dev.ringline.contracts.Media;
import dev.ringline.message.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The ends of calls, as call-service tells of them. */
public final class Ends {

    public static final String SOURCE = "/call-service";

    private Ends() {}

    public static String newCallId() {
        return UUID.randomUUID().toString();
    }

    /** Of a video call of alice with bob that was hung up after 2 min 5 s. */
    public static CallEnded hungUp(String callId) {
        return lasting(callId, Duration.ofSeconds(125));
    }

    public static CallEnded lasting(String callId, Duration duration) {
        Instant answered = Calls.NOON.plusSeconds(8);
        Instant ended = answered.plus(duration);
        return new CallEnded(
                facts(callId, CallStatus.COMPLETED),
                EndReason.HANGUP,
                "alice",
                "alice-phone",
                Calls.NOON,
                answered,
                null,
                ended,
                duration.toSeconds(),
                false,
                false);
    }

    /** Of a video call that was hung up. */
    public static CallEnded between(String callId, String caller, String callee) {
        CallEnded ended = hungUp(callId);
        CallFacts facts = ended.call();
        return new CallEnded(
                new CallFacts(
                        callId,
                        facts.version(),
                        facts.sequence(),
                        caller,
                        callee,
                        facts.conversationId(),
                        facts.media(),
                        facts.status(),
                        facts.phase(),
                        facts.silent(),
                        facts.callerDevice(),
                        facts.answeredByDevice()),
                ended.reason(),
                caller,
                ended.endedByDevice(),
                ended.createdAt(),
                ended.answeredAt(),
                ended.connectedAt(),
                ended.endedAt(),
                ended.durationSeconds(),
                ended.connected(),
                ended.notifyMissed());
    }

    /** Cannot be: a call that rings has no end. */
    public static CallEnded ofARingingCall(String callId) {
        return new CallEnded(
                facts(callId, CallStatus.RINGING),
                EndReason.HANGUP,
                "alice",
                null,
                Calls.NOON,
                null,
                null,
                Calls.NOON,
                0,
                false,
                false);
    }

    private static CallFacts facts(String callId, CallStatus status) {
        return new CallFacts(
                callId,
                5,
                5,
                "alice",
                "bob",
                "c1",
                Media.VIDEO,
                status,
                CallPhase.ENDED,
                false,
                "alice-phone",
                "bob-phone");
    }
}
