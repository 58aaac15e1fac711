package dev.ringline.message.kafka;

import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.Topics;
import dev.ringline.message.EndedCall;
import dev.ringline.message.MessageWriter;
import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.ReceivedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Has the message of each ended call written. It keeps no sequences: the call's id is the message's, so that it does not
 * matter how often or how late an end is told.
 */
@Component
class CallEndedListener {

    private static final Logger LOG = LoggerFactory.getLogger(CallEndedListener.class);

    private final MessageWriter writer;
    private final MeterRegistry metrics;

    CallEndedListener(MessageWriter writer, MeterRegistry metrics) {
        this.writer = writer;
        this.metrics = metrics;
        for (MessageWriter.Result result : MessageWriter.Result.values()) {
            count(result, 0);
        }
    }

    /**
     * Takes a call event.
     *
     * @throws BrokenRecordException if another end of the same call was told before
     */
    @KafkaListener(topics = Topics.CALL_EVENTS)
    void on(ReceivedEvent received) {
        if (received.event() instanceof CallEnded ended) {
            write(EndedCalls.read(ended));
        }
    }

    /** The call and its event are on every line already: messaging puts them into the context. */
    private void write(EndedCall ended) {
        MessageWriter.Result result = writer.write(ended);
        count(result, 1);
        LOG.atInfo().addKeyValue("outcome", word(result)).log(line(result));
        if (result == MessageWriter.Result.CONFLICT) {
            throw new BrokenRecordException("Call %s has ended otherwise before; its message stays as it is"
                    .formatted(ended.call().callId()));
        }
    }

    private void count(MessageWriter.Result result, int times) {
        metrics.counter("ringline.messages", "outcome", word(result)).increment(times);
    }

    private static String line(MessageWriter.Result result) {
        return result == MessageWriter.Result.WRITTEN ? "message written" : "message already there";
    }

    private static String word(MessageWriter.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
