package dev.ringline.meeting;

import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.CallPhase;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.EndReason;
import dev.ringline.contracts.Media;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The events of one call from alice to bob, dialled now unless said otherwise. */
final class CallEvents {

    private final String callId = UUID.randomUUID().toString();
    private final Instant createdAt;

    CallEvents() {
        this(Duration.ZERO);
    }

    /** Dialled so long ago. */
    CallEvents(Duration ago) {
        createdAt = Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS);
    }

    String callId() {
        return callId;
    }

    CallInitiated initiated() {
        return initiated(Duration.ofSeconds(30));
    }

    CallInitiated initiated(Duration ring) {
        return new CallInitiated(
                facts(1, CallStatus.RINGING, CallPhase.DIALING), createdAt.plus(ring), false, createdAt);
    }

    CallAnswered answered() {
        return new CallAnswered(
                facts(2, CallStatus.ONGOING, CallPhase.CONNECTING),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    CallEnded ended() {
        return new CallEnded(
                facts(3, CallStatus.MISSED, CallPhase.ENDED),
                EndReason.CALLER_CANCELLED,
                "alice",
                "alice-phone",
                createdAt,
                null,
                null,
                createdAt.plusSeconds(1),
                0,
                false,
                true);
    }

    private CallFacts facts(long sequence, CallStatus status, CallPhase phase) {
        return new CallFacts(
                callId,
                sequence,
                sequence,
                "alice",
                "bob",
                "c1",
                Media.VIDEO,
                status,
                phase,
                false,
                "alice-phone",
                status == CallStatus.ONGOING ? "bob-phone" : null);
    }
}
