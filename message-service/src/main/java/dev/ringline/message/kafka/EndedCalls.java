package dev.ringline.message.kafka;

import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallFacts;
import dev.ringline.message.CallLine;
import dev.ringline.message.CallStatus;
import dev.ringline.message.EndReason;
import dev.ringline.message.EndedCall;
import dev.ringline.message.Fingerprint;
import dev.ringline.message.Media;
import dev.ringline.messaging.BrokenRecordException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads {@link CallEnded} into our own words. */
final class EndedCalls {

    private EndedCalls() {}

    /** @throws BrokenRecordException if it tells of a call that is not over, or of no possible call */
    static EndedCall read(CallEnded ended) {
        CallFacts call = ended.call();
        try {
            return new EndedCall(line(ended), call.conversationId(), call.silent(), fingerprint(ended));
        } catch (IllegalArgumentException e) {
            throw new BrokenRecordException("The end of call %s makes no sense".formatted(call.callId()), e);
        }
    }

    private static CallLine line(CallEnded ended) {
        CallFacts call = ended.call();
        return new CallLine(
                call.callId(),
                Media.valueOf(call.media().name()),
                CallStatus.valueOf(call.status().name()),
                EndReason.valueOf(ended.reason().name()),
                call.callerId(),
                call.calleeId(),
                ended.createdAt(),
                ended.endedAt(),
                ended.durationSeconds(),
                ended.connected());
    }

    private static Fingerprint fingerprint(CallEnded ended) {
        CallFacts call = ended.call();
        @Nullable
        Object[] facts = {
            call.callId(),
            call.version(),
            call.sequence(),
            call.callerId(),
            call.calleeId(),
            call.conversationId(),
            call.media(),
            call.status(),
            call.phase(),
            call.silent(),
            call.callerDevice(),
            call.answeredByDevice(),
            ended.reason(),
            ended.endedBy(),
            ended.endedByDevice(),
            ended.createdAt(),
            ended.answeredAt(),
            ended.connectedAt(),
            ended.endedAt(),
            ended.durationSeconds(),
            ended.connected(),
            ended.notifyMissed()
        };
        return Fingerprint.of(Arrays.asList(facts));
    }
}
