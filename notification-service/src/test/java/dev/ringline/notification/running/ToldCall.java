package dev.ringline.notification.running;

import dev.ringline.contracts.CallEvent.CallAlerting;
import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.CallPhase;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.EndReason;
import dev.ringline.contracts.Media;
import dev.ringline.contracts.MessageEvent;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of one call from alice's phone to another user, as call-service and message-service tell them. */
final class ToldCall {

    /** Long enough for the slowest machine. */
    private static final Duration RING_TIME = Duration.ofMinutes(10);

    private final String callId = UUID.randomUUID().toString();
    private final String calleeId;
    private final Instant dialled;
    private long sequence;
    private @Nullable String answeredBy;

    private ToldCall(String calleeId, Instant dialled) {
        this.calleeId = calleeId;
        this.dialled = dialled.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A user of whom no other test knows. */
    static String someone() {
        return "user" + UUID.randomUUID().toString().replace("-", "");
    }

    static ToldCall to(String calleeId) {
        return new ToldCall(calleeId, Instant.now());
    }

    static ToldCall longAgoTo(String calleeId) {
        return new ToldCall(calleeId, Instant.now().minus(RING_TIME));
    }

    String callId() {
        return callId;
    }

    CallInitiated initiated() {
        return new CallInitiated(facts(CallStatus.RINGING, CallPhase.DIALING), dialled.plus(RING_TIME), false, dialled);
    }

    CallAlerting alerting(String device) {
        return new CallAlerting(facts(CallStatus.RINGING, CallPhase.ALERTING), device, dialled.plusSeconds(1));
    }

    CallAnswered answered(String device) {
        answeredBy = device;
        return new CallAnswered(facts(CallStatus.ONGOING, CallPhase.CONNECTING), dialled.plusSeconds(2));
    }

    CallReady ready() {
        return new CallReady(facts(CallStatus.ONGOING, CallPhase.CONNECTING), dialled.plusSeconds(3));
    }

    CallEnded cancelled() {
        return new CallEnded(
                facts(CallStatus.MISSED, CallPhase.ENDED),
                EndReason.CALLER_CANCELLED,
                "alice",
                "alice-phone",
                dialled,
                null,
                null,
                dialled.plusSeconds(4),
                0,
                false,
                true);
    }

    MessageWritten written(String conversationId) {
        var line = new MessageEvent.CallLine(
                callId,
                Media.VIDEO,
                CallStatus.MISSED,
                EndReason.CALLER_CANCELLED,
                "alice",
                calleeId,
                dialled,
                dialled.plusSeconds(4),
                0,
                false);
        return new MessageWritten(
                callId, 1, conversationId, "call", List.of("alice", calleeId), line, dialled.plusSeconds(4));
    }

    private CallFacts facts(CallStatus status, CallPhase phase) {
        sequence++;
        return new CallFacts(
                callId,
                sequence,
                sequence,
                "alice",
                calleeId,
                "c1",
                Media.VIDEO,
                status,
                phase,
                false,
                "alice-phone",
                answeredBy);
    }
}
