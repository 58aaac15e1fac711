package dev.ringline.e2e.push;

import dev.ringline.contracts.CallEvent;
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
import dev.ringline.e2e.push.Rung.How;
import dev.ringline.e2e.push.Rung.Over;
import dev.ringline.e2e.push.Rung.Phone;
import dev.ringline.testkit.wire.EventWire;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One call from alice, told step by step as call-service would, and what is known of it for the rules. */
final class ToldCall {

    private static final String CALLER = "alice";

    private final String callId = UUID.randomUUID().toString();
    private final Instant dialled = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Callee callee;
    private final Instant deadline;
    private final Consumer<ProducerRecord<String, byte[]>> broker;
    private long sequence;
    private CallStatus status = CallStatus.RINGING;
    private CallPhase phase = CallPhase.DIALING;
    private @Nullable String answeredBy;
    private volatile Instant begun = Instant.MAX;
    private volatile Optional<Over> over = Optional.empty();

    /** Who is called, and all devices that are registered there. */
    record Callee(String user, List<Phone> phones) {

        String phone() {
            return user + "-phone";
        }

        String tablet() {
            return user + "-tablet";
        }
    }

    /**
     * @param ring how long it rings
     * @param broker returns when it has the record
     */
    ToldCall(Callee callee, Duration ring, Consumer<ProducerRecord<String, byte[]>> broker) {
        this.callee = callee;
        this.deadline = dialled.plus(ring);
        this.broker = broker;
    }

    String callId() {
        return callId;
    }

    Instant deadline() {
        return deadline;
    }

    Rung rung() {
        return new Rung(callId, begun, deadline, callee.phones(), over);
    }

    void initiate() {
        tell(new CallInitiated(facts(), deadline, false, dialled));
        begun = Instant.now();
    }

    /** The meeting is there, while it rings. */
    void beReady() {
        tell(new CallReady(facts(), now()));
    }

    /** A device rings that nobody registered for pushes. */
    void alert() {
        phase = CallPhase.ALERTING;
        tell(new CallAlerting(facts(), callee.user() + "-browser", now()));
    }

    void answer() {
        status = CallStatus.ONGOING;
        phase = CallPhase.CONNECTING;
        answeredBy = callee.phone();
        tell(new CallAnswered(facts(), now()));
        over = Optional.of(new Over(Instant.now(), How.ANSWERED, answeredBy));
    }

    void hangUp() {
        end(CallStatus.COMPLETED, EndReason.HANGUP, CALLER, CALLER + "-phone");
    }

    void decline() {
        end(CallStatus.DECLINED, EndReason.DECLINED, callee.user(), callee.tablet());
        over = Optional.of(new Over(Instant.now(), How.DECLINED, callee.tablet()));
    }

    void cancel() {
        end(CallStatus.MISSED, EndReason.CALLER_CANCELLED, CALLER, CALLER + "-phone");
        over = Optional.of(new Over(Instant.now(), How.MISSED, null));
    }

    void ringOut() {
        end(CallStatus.MISSED, EndReason.NO_ANSWER, "system", null);
        over = Optional.of(new Over(Instant.now(), How.MISSED, null));
    }

    private void end(CallStatus last, EndReason reason, String by, @Nullable String device) {
        boolean answered = answeredBy != null;
        status = last;
        phase = CallPhase.ENDED;
        Instant now = now();
        tell(new CallEnded(
                facts(), reason, by, device, dialled, answered ? now : null, null, now, 0, answered, !answered));
    }

    private void tell(CallEvent event) {
        broker.accept(EventWire.record("/call-service", event));
    }

    private CallFacts facts() {
        sequence++;
        return new CallFacts(
                callId,
                sequence,
                sequence,
                CALLER,
                callee.user(),
                "c1",
                Media.AUDIO,
                status,
                phase,
                false,
                CALLER + "-phone",
                answeredBy);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
