package dev.ringline.notification.kafka;

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
import dev.ringline.contracts.MessageEvent;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.notification.CallNews;
import dev.ringline.notification.CallNews.Kind;
import dev.ringline.notification.LiveCall;
import dev.ringline.notification.LiveCall.End;
import dev.ringline.notification.LiveCall.Side;
import dev.ringline.notification.LiveCall.Status;
import dev.ringline.notification.WrittenMessage;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Events in this service's own words. */
final class EventWords {

    private EventWords() {}

    static CallNews of(CallEvent event) {
        return switch (event) {
            case CallInitiated initiated ->
                news(
                        Kind.INITIATED,
                        initiated,
                        new Moment(initiated.ringDeadline(), initiated.waiting(), null, initiated.createdAt()));
            case CallAlerting alerting ->
                new CallNews(
                        Kind.ALERTING,
                        news(Kind.ALERTING, alerting, Moment.at(alerting.at())).call(),
                        alerting.deviceId());
            case CallAnswered answered -> news(Kind.ANSWERED, answered, Moment.at(answered.answeredAt()));
            case CallReady ready -> news(Kind.READY, ready, Moment.at(ready.at()));
            case CallWaiting waiting ->
                news(Kind.WAITING, waiting, new Moment(null, waiting.waiting(), null, waiting.at()));
            case CallConnected connected -> news(Kind.CONNECTED, connected, Moment.at(connected.connectedAt()));
            case CallMoved moved -> news(Kind.MOVED, moved, Moment.at(moved.at()));
            case CallEvidenceWanted wanted -> news(Kind.EVIDENCE_WANTED, wanted, Moment.at(wanted.at()));
            case CallEnded ended -> news(Kind.ENDED, ended, new Moment(null, null, end(ended), ended.endedAt()));
        };
    }

    static WrittenMessage of(MessageWritten event) {
        MessageEvent.CallLine line = event.call();
        return new WrittenMessage(
                event.messageId(),
                event.conversationId(),
                "system",
                event.kind(),
                event.participants(),
                new WrittenMessage.Line(
                        line.callId(),
                        word(line.media()),
                        word(line.status()),
                        word(line.reason()),
                        line.callerId(),
                        line.calleeId(),
                        line.startedAt(),
                        line.endedAt(),
                        line.durationSeconds(),
                        line.connected()),
                event.at());
    }

    /** What only some events tell of a call, and when they happened. */
    private record Moment(
            @Nullable Instant ringDeadline,
            @Nullable Boolean waiting,
            @Nullable End end,
            Instant at) {

        static Moment at(Instant at) {
            return new Moment(null, null, null, at);
        }
    }

    private static CallNews news(Kind kind, CallEvent event, Moment moment) {
        CallFacts facts = event.call();
        return new CallNews(
                kind,
                new LiveCall(
                        facts.callId(),
                        facts.version(),
                        facts.sequence(),
                        Status.valueOf(facts.status().name()),
                        word(facts.phase()),
                        word(facts.media()),
                        new Side(facts.callerId(), facts.callerDevice()),
                        new Side(facts.calleeId(), facts.answeredByDevice()),
                        facts.conversationId(),
                        facts.silent(),
                        moment.ringDeadline(),
                        moment.waiting(),
                        moment.end(),
                        moment.at()));
    }

    private static End end(CallEnded ended) {
        return new End(word(ended.reason()), ended.endedBy(), ended.endedByDevice(), ended.endedAt());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
