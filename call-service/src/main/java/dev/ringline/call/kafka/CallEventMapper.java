package dev.ringline.call.kafka;

import dev.ringline.call.Call;
import dev.ringline.call.CallFact;
import dev.ringline.call.CallState.Answer;
import dev.ringline.call.CallState.Ending;
import dev.ringline.call.Decision.Accepted;
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
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Makes the events of a decision, from the call as the decision leaves it. */
final class CallEventMapper implements Function<Accepted, List<EncodedEvent>> {

    private final EventEncoder encoder;
    private final InstantSource clock;

    CallEventMapper(EventEncoder encoder, InstantSource clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public List<EncodedEvent> apply(Accepted decision) {
        Call call = decision.next();
        List<EncodedEvent> events = new ArrayList<>();
        long sequence = call.sequence() - decision.facts().size();
        for (CallFact fact : decision.facts()) {
            sequence++;
            events.add(encoder.encode(event(call, facts(call, sequence), fact), clock.instant()));
        }
        return events;
    }

    private static CallEvent event(Call call, CallFacts facts, CallFact fact) {
        return switch (fact) {
            case CallFact.Initiated _ -> new CallInitiated(facts, call.ringDeadline(), false, call.createdAt());
            case CallFact.Alerting(var device, var at) -> new CallAlerting(facts, device, at);
            case CallFact.Answered _ ->
                new CallAnswered(facts, call.answer().orElseThrow().at());
            case CallFact.Ready(var at) -> new CallReady(facts, at);
            case CallFact.Ended _ -> ended(call, facts);
        };
    }

    private static CallEnded ended(Call call, CallFacts facts) {
        Ending ending = call.ending().orElseThrow();
        return new CallEnded(
                facts,
                EndReason.valueOf(ending.reason().name()),
                Objects.requireNonNullElse(ending.by(), CallEnded.SYSTEM),
                ending.byDevice(),
                call.createdAt(),
                call.answer().map(Answer::at).orElse(null),
                null,
                ending.at(),
                call.duration().toSeconds(),
                false,
                call.status() == Call.Status.MISSED);
    }

    private static CallFacts facts(Call call, long sequence) {
        return new CallFacts(
                call.id(),
                call.version(),
                sequence,
                call.parties().callerId(),
                call.parties().calleeId(),
                call.parties().conversationId(),
                Media.valueOf(call.media().name()),
                CallStatus.valueOf(call.status().name()),
                CallPhase.valueOf(call.phase().name()),
                false,
                call.callerDevice(),
                call.answer().map(Answer::byDevice).orElse(null));
    }
}
