package dev.ringline.call.kafka;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallState.Answer;
import dev.ringline.call.rules.CallState.Ending;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.CallEvent.CallAlerting;
import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallConnected;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallEvidenceWanted;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallEvent.CallMoved;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.CallEvent.CallWaiting;
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
        for (Fact fact : decision.facts()) {
            sequence++;
            events.add(encoder.encode(event(call, facts(call, sequence), fact), clock.instant()));
        }
        return events;
    }

    private static CallEvent event(Call call, CallFacts facts, Fact fact) {
        return switch (fact) {
            case Fact.Initiated _ -> new CallInitiated(facts, call.ringDeadline(), call.isWaiting(), call.createdAt());
            case Fact.Alerting(var device, var at) -> new CallAlerting(facts, device, at);
            case Fact.Answered _ ->
                new CallAnswered(facts, call.answer().orElseThrow().at());
            case Fact.Ready(var at) -> new CallReady(facts, at);
            case Fact.Waiting(var at) -> new CallWaiting(facts, true, at);
            case Fact.Connected(var at) -> new CallConnected(facts, at);
            case Fact.Moved(var user, var from, var to, var at) -> new CallMoved(facts, user, from, to, at);
            case Fact.EvidenceWanted(var meeting, var at) -> new CallEvidenceWanted(facts, meeting, at);
            case Fact.Ended _ -> ended(call, facts);
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
                call.connectedAt().orElse(null),
                ending.at(),
                call.duration().toSeconds(),
                call.connectedAt().isPresent(),
                call.isMissedByCallee());
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
                call.silent(),
                call.caller().device(),
                call.callee() == null ? null : call.callee().device());
    }
}
