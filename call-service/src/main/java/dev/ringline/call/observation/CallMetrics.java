package dev.ringline.call.observation;

import dev.ringline.call.CallService.Observer;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.rules.Decision.Ignored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts, times and logs every transition, once, after it was stored. */
final class CallMetrics implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(CallMetrics.class);

    private static final String CALL_ID = "callId";

    private final MeterRegistry metrics;
    private final Timer timeToAnswer;
    private final Timer answerToConnected;

    CallMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.timeToAnswer = Timer.builder("ringline.call.time_to_answer")
                .description("From the dial to the answer")
                .serviceLevelObjectives(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30))
                .register(metrics);
        this.answerToConnected = Timer.builder("ringline.call.answer_to_connected")
                .description("From the answer to media on both sides")
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10))
                .register(metrics);
    }

    @Override
    public void stored(Accepted decision) {
        decision.facts().forEach(fact -> observe(decision.next(), fact));
    }

    @Override
    public void ignored(Ignored evidence) {
        metrics.counter("ringline.call.evidence.ignored", "why", lower(evidence.why()))
                .increment();
        about(evidence.current()).addKeyValue("outcome", lower(evidence.why())).log("evidence of media does not count");
    }

    private void observe(Call call, Fact fact) {
        about(call).addKeyValue("outcome", lower(call.status())).log("call {}", name(fact));
        switch (fact) {
            case Fact.Answered _ ->
                call.answer().ifPresent(answer -> timeToAnswer.record(Duration.between(call.createdAt(), answer.at())));
            case Fact.Connected(var at) ->
                call.answer().ifPresent(answer -> answerToConnected.record(Duration.between(answer.at(), at)));
            case Fact.Ended _ -> ended(call);
            case Fact.Initiated _,
                    Fact.Alerting _,
                    Fact.Ready _,
                    Fact.Waiting _,
                    Fact.Moved _,
                    Fact.EvidenceWanted _ -> {
                // the log line is enough
            }
        }
    }

    /** The structured format loses a line that has a key twice, and listeners have the call's id in the context. */
    private static LoggingEventBuilder about(Call call) {
        return MDC.get(CALL_ID) == null ? LOG.atInfo().addKeyValue(CALL_ID, call.id()) : LOG.atInfo();
    }

    private void ended(Call call) {
        String reason = lower(call.ending().orElseThrow().reason());
        metrics.counter(
                        "ringline.calls.ended",
                        "status",
                        lower(call.status()),
                        "reason",
                        reason,
                        "media",
                        lower(call.media()))
                .increment();
    }

    private static String name(Fact fact) {
        return fact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
