package dev.ringline.benchmarks.rival;

import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.CallPhase;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.Media;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import java.time.Instant;

/** An event of a call's size about a thing, on a topic of its own, for nobody is to ring. */
final class ThingEvents {

    private final EventEncoder encoder;
    private final String topic;

    ThingEvents(EventEncoder encoder, String topic) {
        this.encoder = encoder;
        this.topic = topic;
    }

    EncodedEvent about(ThingDocument thing, Instant now) {
        CallFacts facts = new CallFacts(
                thing.id(),
                thing.version(),
                thing.version(),
                thing.callerId(),
                thing.calleeId(),
                thing.conversationId(),
                Media.VIDEO,
                CallStatus.RINGING,
                CallPhase.DIALING,
                false,
                thing.caller().device(),
                null);
        EncodedEvent event = encoder.encode(new CallInitiated(facts, thing.ringDeadline(), false, now), now);
        return new EncodedEvent(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.sequence(),
                topic,
                event.key(),
                event.traceparent(),
                event.data());
    }
}
